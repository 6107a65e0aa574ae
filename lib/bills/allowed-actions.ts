import { type Actor, may } from "@/lib/access/actor";
import { addApproverRefusal } from "./add-approver";
import { type BillState, TRANSITIONS, type TransitionName } from "./bill-states";
import { editRefusal } from "./may-edit";
import type { SyncKind } from "./sync-status";
import { decideVerdict, type VerdictFacts } from "./verdict-decision";

/** What this actor may do to this bill now. Each is answered by the function that guards its command. */
export interface AllowedActions {
  approve: boolean;
  reject: boolean;
  /** An Admin may give this verdict past the workflow, which does not ask them now. */
  override: { approve: boolean; reject: boolean };
  /** Ask one more person about this bill. */
  addApprover: boolean;
  edit: boolean;
  submit: boolean;
  resubmit: boolean;
  unapprove: boolean;
  /** Order to void or delete it in QuickBooks. */
  remove: boolean;
  /** Take that order back. */
  keep: boolean;
  /** Add it to QuickBooks again, which has it no more. */
  addAgain: boolean;
  /** Choose between the approved version and QuickBooks'. */
  resolve: boolean;
  requeue: boolean;
}

interface BillFacts extends VerdictFacts {
  state: BillState;
  approvedAt: Date | string | null;
  removal: { how: "void" | "delete" } | null;
  /** QuickBooks has the bill, and has it otherwise than it was written. */
  differs: boolean;
  sync: { kind: SyncKind };
}

export function allowedActions(actor: Actor, bill: BillFacts): AllowedActions {
  const can = (transition: TransitionName) =>
    (TRANSITIONS[transition].from as readonly BillState[]).includes(bill.state);
  const verdict = (wish: Parameters<typeof decideVerdict>[2]) =>
    may(actor, wish.verdict === "approve" ? "bill.approve" : "bill.reject") &&
    decideVerdict(actor, bill, wish).ok;
  const edit = editRefusal(actor, bill) === undefined;
  const approve = verdict({ verdict: "approve", override: false });
  const reject = verdict({ verdict: "reject", override: false });
  return {
    approve,
    reject,
    override: {
      approve: !approve && verdict({ verdict: "approve", override: true }),
      reject: !reject && verdict({ verdict: "reject", override: true }),
    },
    addApprover: may(actor, "bill.add-approver") && addApproverRefusal(actor, bill) === undefined,
    edit: edit && may(actor, "bill.save"),
    submit: edit && may(actor, "bill.submit") && can("submit"),
    resubmit: edit && may(actor, "bill.resubmit") && can("resubmit"),
    unapprove: may(actor, "bill.unapprove") && can("unapprove") && bill.removal === null,
    remove: may(actor, "bill.remove") && bill.state === "approved" && bill.removal === null,
    keep: may(actor, "bill.remove") && bill.state === "approved" && bill.removal !== null,
    addAgain: may(actor, "bill.add-again") && can("addAgain"),
    resolve:
      may(actor, "bill.resolve-conflict") &&
      bill.state === "approved" &&
      bill.removal === null &&
      bill.differs,
    requeue: may(actor, "job.requeue") && bill.sync.kind === "removed",
  };
}
