import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { foreignCurrency } from "@/db/foreign-currency";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { isZero } from "@/lib/core/money";
import { getCreditsOf, getPayableBills } from "./store";

export interface AccountOption {
  id: string;
  name: string;
  /** Its number, and its type where it is not told by the list. */
  hint: string | null;
}

/** One bill of the form: what is left to pay of it is what is proposed. */
export interface BillToPay {
  id: string;
  invoiceNumber: string;
  dueDate: string | null;
  amount: string;
  open: string;
  /** What waiting payments will pay of it. */
  pending: string;
  /** It waits for QuickBooks: the payment follows it. */
  isLinked: boolean;
}

/** What "Mark as paid" begins with: filled so that one click does the common case. */
export interface PaymentProposal {
  vendor: string;
  /** The server's day, YYYY-MM-DD; the form takes its reader's. */
  date: string;
  bills: BillToPay[];
  credits: { id: string; refNumber: string; date: string | null; open: string }[];
  method: "check" | "credit_card";
  accounts: Record<"check" | "credit_card", AccountOption[]>;
  /** The account proposed for each method; null where there is none to choose. */
  accountIds: Record<"check" | "credit_card", string | null>;
  /** The number after the last check of each account; where there is none, the check is to be printed. */
  nextNumbers: Record<string, string>;
  discountAccounts: AccountOption[];
  /** The vendor's currency where it is not the home currency: then a rate is asked for. */
  currency: string | null;
}

const live = sql.raw("x.is_active and x.deleted_at is null and x.list_id is not null");

/** A vendor is paid from an account in its own currency or in the company's. */
const pays = (vendorId: string) => sql`${live} and (x.currency is null or not exists (
  select 1 from vendors v join connections n on n.id = v.connection_id
  where v.id = ${vendorId} and (n.preferences->>'isMultiCurrencyOn')::boolean
    and x.currency is distinct from v.currency and x.currency is distinct from n.preferences->>'homeCurrency'))`;

const options = (connectionId: string, condition: SQL) => sql`coalesce((
  select json_agg(json_build_object('id', x.id, 'name', x.full_name, 'hint', nullif(x.account_number, ''))
    order by x.account_number nulls last, lower(x.full_name))
  from accounts x where x.connection_id = ${connectionId} and ${condition}), '[]'::json)`;

/** The organisation's choice, the account used last, or the only one there is. */
const chosen = (
  connectionId: string,
  usable: SQL,
  method: string,
  type: string,
  column: string,
) => sql`coalesce(
  (select x.id from connections n join accounts x on x.id = n.${sql.raw(column)} where n.id = ${connectionId} and ${usable}),
  (select x.id from payments p join accounts x on x.id = p.account_id
    where p.connection_id = ${connectionId} and p.method = ${method} and p.state <> 'withdrawn'
      and x.account_type = ${type} and ${usable}
    order by p.entered_by is null, p.created_at desc limit 1),
  (select (array_agg(x.id))[1] from accounts x
    where x.connection_id = ${connectionId} and x.account_type = ${type} and ${usable} having count(*) = 1))`;

type Ledger = Pick<
  PaymentProposal,
  "accounts" | "accountIds" | "nextNumbers" | "discountAccounts" | "currency" | "method"
>;

async function getLedger(db: Db, connectionId: string, vendorId: string): Promise<Ledger> {
  const usable = pays(vendorId);
  const { rows } = await db.execute<{ ledger: Ledger }>(sql`
    select json_build_object(
      'accounts', json_build_object(
        'check', ${options(connectionId, sql`${usable} and x.account_type = 'Bank'`)},
        'credit_card', ${options(connectionId, sql`${usable} and x.account_type = 'CreditCard'`)}),
      'accountIds', json_build_object(
        'check', ${chosen(connectionId, usable, "check", "Bank", "default_bank_account_id")},
        'credit_card', ${chosen(connectionId, usable, "credit_card", "CreditCard", "default_card_account_id")}),
      'method', coalesce((select p.method from payments p
        where p.vendor_id = ${vendorId} and p.state in ('waiting', 'recorded') order by p.created_at desc limit 1), 'check'),
      'nextNumbers', coalesce((select json_object_agg(last.account_id, (last.number + 1)::text) from (
          select p.account_id, max(p.ref_number::bigint) as number from payments p
          where p.connection_id = ${connectionId} and p.method = 'check' and p.state <> 'withdrawn'
            and p.ref_number ~ '^[0-9]{1,10}$' and p.account_id is not null group by p.account_id) last), '{}'::json),
      'discountAccounts', ${options(
        connectionId,
        sql`${live} and x.account_type in ('Income', 'OtherIncome', 'CostOfGoodsSold', 'Expense', 'OtherExpense')`,
      )},
      'currency', (select ${foreignCurrency()} from vendors v
        join connections n on n.id = v.connection_id
        where v.id = ${vendorId} and (n.preferences->>'isMultiCurrencyOn')::boolean)) as ledger`);
  const ledger = rows[0]?.ledger;
  if (!ledger) throw new Error("the accounts gave no row");
  return ledger;
}

/**
 * What a payment of these bills begins with. Throws "invalid" when one payment cannot pay them: they are of
 * several vendors, or one is not in Accounts Payable or has nothing open.
 */
export const proposePayment = query({
  name: "payment.record",
  input: z.object({ billIds: z.array(z.uuid()).min(1).max(200) }),
  async run({ actor, db }, { billIds }): Promise<PaymentProposal> {
    const bills = await getPayableBills(db, actor.orgId, billIds);
    const [first] = bills;
    if (!first?.vendorId) throw new AppError("not-found");
    const { connectionId, vendorId } = first;
    const refuse = (message: string) => {
      throw new AppError("invalid", { message });
    };
    if (bills.some((bill) => bill.vendorId !== vendorId)) refuse("One payment pays one vendor's bills.");
    if (bills.some((bill) => bill.state !== "approved"))
      refuse("Only bills in Accounts Payable can be paid.");
    const payable = bills.filter((bill) => !isZero(bill.open));
    if (payable.length === 0) refuse("Nothing is left to pay: payments that wait cover what is open.");
    const accounts = new Set(payable.map((bill) => bill.apAccountId).filter(Boolean));
    if (accounts.size > 1) {
      refuse("These bills stand on different accounts payable accounts. Pay them separately.");
    }
    const [ledger, credits] = await Promise.all([
      getLedger(db, connectionId, vendorId),
      first.vendorListId ? getCreditsOf(db, connectionId, first.vendorListId) : [],
    ]);
    return {
      ...ledger,
      vendor: first.vendorName,
      date: new Date().toISOString().slice(0, 10),
      bills: payable.map(({ id, invoiceNumber, dueDate, amount, open, pending, isLinked }) => ({
        ...{ id, invoiceNumber, dueDate, amount, open, pending, isLinked },
      })),
      credits: credits
        .filter(
          (credit) => accounts.size === 0 || credit.apAccountId === null || accounts.has(credit.apAccountId),
        )
        .map(({ id, refNumber, date, open }) => ({ id, refNumber, date, open })),
    };
  },
});
