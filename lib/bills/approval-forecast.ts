import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { foreignCurrency } from "@/db/foreign-currency";
import type { Actor } from "@/lib/access/actor";
import { query } from "@/lib/access/command";
import { type GivenSignature, waitingFor } from "@/lib/approvals/decide";
import { type AskedApprover, stepsInForce } from "@/lib/approvals/steps-in-force";
import { AppError } from "@/lib/core/errors";
import { authorsOf } from "@/lib/orgs/bill-authors";
import { getSettings, type Settings } from "@/lib/orgs/settings";
import { standInOf } from "@/lib/orgs/stand-ins";
import { checkBill } from "./bill-checks";
import type { BillState } from "./bill-states";
import type { CheckResult } from "./check-result";
import { getCheckedBills } from "./checked-bill";
import { findSimilarBills } from "./similar-bills";
import { decideVerdict } from "./verdict-decision";
import { visibleTo } from "./visible-bills";

/** As many bills as one page of a list shows. */
const MOST_AT_ONCE = 50;

/** Bills to approve, each in the version that the person looked at. */
export const chosenBills = z.object({
  bills: z
    .array(z.object({ billId: z.uuid(), version: z.number().int() }))
    .min(1)
    .max(MOST_AT_ONCE),
});

/** What an approval of this bill by this person would come to, or has come to. Amounts are decimal strings. */
export interface BillForecast {
  billId: string;
  version: number;
  vendor: string;
  invoiceNumber: string;
  amount: string;
  /** The vendor's currency by name, where it is not the company's own. */
  currency: string | null;
  /**
   * approved: theirs is the last approval; the bill goes to QuickBooks · waits: others are asked after
   * them · changed: it is not the version they looked at · refused: they may not, for the reason in `why`.
   */
  outcome: "approved" | "waits" | "changed" | "refused";
  /** Whose approval it waits for after theirs, by name. */
  waitsFor: string[];
  why: string | null;
  /** What the checks say: duplicates, names that QuickBooks does not know, an amount that does not add up. */
  warnings: string[];
}

interface ChosenBill {
  id: string;
  version: number;
  state: BillState;
  authorIds: string[];
  connectionId: string;
  vendorId: string | null;
  vendor: string;
  invoiceNumber: string;
  billDate: string | null;
  amount: string;
  currency: string | null;
  route: (AskedApprover & { name: string; standInName: string | null })[];
  signatures: GivenSignature[];
}

/** Those of the bills that this person sees, with what a verdict on them is decided from: one query. */
export async function findChosenBills(
  db: Db,
  actor: Actor,
  billIds: readonly string[],
): Promise<Map<string, ChosenBill>> {
  const ids = [...new Set(billIds)];
  const { rows } = await db.execute<{ bill: ChosenBill }>(sql`
    select json_build_object('id', b.id, 'version', b.version, 'state', b.state, 'authorIds', to_json(${authorsOf("b")}),
      'connectionId', b.connection_id, 'vendorId', b.vendor_id, 'vendor', coalesce(v.full_name, 'No vendor'),
      'invoiceNumber', b.invoice_number, 'billDate', b.bill_date, 'amount', b.amount::text,
      'currency', ${foreignCurrency("v", "file")},
      'route', (select coalesce(json_agg(json_build_object('step', p.step, 'stage', p.stage, 'need', p.need,
          'userId', p.user_id, 'name', w.name, 'standInId', deputy.id, 'standInName', deputy.name)
          order by p.step, w.name), '[]'::json)
        from bill_approvers p join users w on w.id = p.user_id
        left join users deputy on deputy.id = ${standInOf("b", "p.user_id")}
        where p.bill_id = b.id and p.round = b.round),
      'signatures', (select coalesce(json_agg(json_build_object('userId', s.user_id, 'forUserId', s.for_user_id,
          'verdict', s.verdict, 'isOverride', s.is_override)), '[]'::json)
        from bill_signatures s where s.bill_id = b.id and s.round = b.round)) as bill
    from bills b join connections file on file.id = b.connection_id left join vendors v on v.id = b.vendor_id
    where ${visibleTo(actor)} and b.id = any(${sql.param(ids)}::uuid[])`);
  return new Map(rows.map(({ bill }) => [bill.id, bill]));
}

/** The same of bills that must all be there. Throws "not-found" when one may not be seen. */
export async function getChosenBills(
  db: Db,
  actor: Actor,
  billIds: readonly string[],
): Promise<Map<string, ChosenBill>> {
  const found = await findChosenBills(db, actor, billIds);
  if (!billIds.every((id) => found.has(id))) throw new AppError("not-found");
  return found;
}

/** Whom a bill waits for with these signatures, by name; nobody once it is in approval no more. */
export function namesAwaited(bill: ChosenBill, signatures = bill.signatures): string[] {
  if (bill.state !== "in_approval") return [];
  const names = new Map(bill.route.map(({ userId, name }) => [userId, name]));
  for (const { standInId, standInName } of bill.route) if (standInId) names.set(standInId, standInName ?? "");
  return waitingFor(stepsInForce(bill.route), signatures).map(({ userId }) => names.get(userId) ?? "");
}

/** A check as a sentence, with the bill that it is about. */
const inWords = ({ message, other }: CheckResult): string =>
  other
    ? `${message} (${[other.invoiceNumber || "no number", other.billDate ?? "no date", other.amount].join(", ")})`
    : message;

type Fate = Pick<BillForecast, "outcome" | "waitsFor" | "why">;

/** What becomes of one bill when this person approves the version they looked at. */
function fateOf(actor: Actor, bill: ChosenBill, version: number, settings: Settings): Fate {
  const decision = decideVerdict(actor, { ...bill, settings }, { verdict: "approve", override: false });
  if (!decision.ok) return { outcome: "refused", waitsFor: [], why: new AppError(decision.code).message };
  if (bill.version !== version) return { outcome: "changed", waitsFor: [], why: null };
  if (decision.outcome === "approved") return { outcome: "approved", waitsFor: [], why: null };
  const mine: GivenSignature = {
    ...{ userId: actor.userId, forUserId: decision.forUserId },
    ...{ verdict: "approved", isOverride: false },
  };
  return { outcome: "waits", waitsFor: namesAwaited(bill, [...bill.signatures, mine]), why: null };
}

/** What approving these bills would come to, one by one. Changes nothing. */
export const forecastApprovals = query({
  name: "bill.approve",
  input: chosenBills,
  async run({ actor, db }, { bills }): Promise<BillForecast[]> {
    const ids = bills.map(({ billId }) => billId);
    const [found, checked, settings] = await Promise.all([
      getChosenBills(db, actor, ids),
      getCheckedBills(db, ids),
      getSettings(db, actor.orgId),
    ]);
    const chosen = bills.map(({ billId, version: seen }) => {
      const bill = found.get(billId);
      const facts = checked.get(billId);
      if (!bill || !facts) throw new AppError("not-found");
      return { bill, facts, seen };
    });
    const similar = await findSimilarBills(
      db,
      actor.orgId,
      chosen.map(({ bill }) => ({ ...bill, billId: bill.id })),
    );
    return chosen.map(
      ({ bill, facts, seen }, index): BillForecast => ({
        ...{ billId: bill.id, version: seen, vendor: bill.vendor, invoiceNumber: bill.invoiceNumber },
        ...{ amount: bill.amount, currency: bill.currency },
        ...fateOf(actor, bill, seen, settings),
        warnings: checkBill({ ...facts, similar: similar[index] ?? [] }).map(inWords),
      }),
    );
  },
});
