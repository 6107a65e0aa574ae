import { z } from "zod";
import { command } from "@/lib/access/command";
import { holdRouting } from "@/lib/orgs/workflow-store";
import { billInput } from "./bill-input";
import { assertMayEdit } from "./may-edit";
import { enterBill } from "./save-bill";
import { startRound } from "./start-round";
import { lockBill, moveBill } from "./store";

const input = z.object({ billId: z.uuid() });

/** Sends a draft to its approvers. Throws "invalid" with what keeps it, "no-approver". */
export const submitBill = command({
  name: "bill.submit",
  input,
  async run(context, { billId }) {
    await holdRouting(context.tx, context.actor.orgId);
    const bill = await lockBill(context.tx, context.actor.orgId, billId);
    assertMayEdit(context.actor, bill);
    await startRound(context, await moveBill(context.tx, bill, "submit", context.now));
  },
});

/** Sends a rejected bill to its approvers again, in a new round. */
export const resubmitBill = command({
  name: "bill.resubmit",
  input,
  async run(context, { billId }) {
    await holdRouting(context.tx, context.actor.orgId);
    const bill = await lockBill(context.tx, context.actor.orgId, billId);
    assertMayEdit(context.actor, bill);
    await startRound(context, await moveBill(context.tx, bill, "resubmit", context.now));
  },
});

/**
 * Saves what the form holds and sends it to the approvers, in one transaction: what the checks refuse
 * is not half done, and the form keeps it with the fields that are to be corrected.
 */
export const saveAndSubmitBill = command({
  name: "bill.submit",
  input: billInput,
  async run(context, input) {
    const bill = await enterBill(context, input);
    if (bill.state !== "in_approval") {
      const transition = bill.state === "rejected" ? "resubmit" : "submit";
      await startRound(context, await moveBill(context.tx, bill, transition, context.now));
    }
    return { billId: bill.id };
  },
});
