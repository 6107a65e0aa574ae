import { sql } from "drizzle-orm";
import { fromCents } from "@/e2e/quickbooks/company/money";
import { idOf } from "@/e2e/quickbooks/company/references";
import { lineTotal, openAmount } from "@/e2e/quickbooks/company/settlements";
import type { Office } from "@/lib/testing/office";

/** What is not equal in the vendor credits once all is quiet; one that was used up before it was seen is not kept. */
export async function compareCredits(office: Office): Promise<string[]> {
  const { rows } = await office.database.db.execute<{
    txnId: string;
    amount: string;
    open: string | null;
    vendor: string | null;
  }>(sql`
    select txn_id as "txnId", amount::text, open_amount::text as open, vendor_list_id as vendor
    from vendor_credits where connection_id = ${office.connectionId} and deleted_at is null`);
  const { state } = office.company;
  const standing = office.company.txns("VendorCredit").filter((credit) => !credit.voided);
  const here = new Map(rows.map((row) => [row.txnId, row]));
  const there = new Set(office.company.txns("VendorCredit").map((credit) => credit.txnId));
  return [
    ...rows.flatMap(({ txnId }) => (there.has(txnId) ? [] : [`credit ${txnId}: here, not there`])),
    ...standing.flatMap((credit) => {
      const open = fromCents(openAmount(state, credit));
      const row = here.get(credit.txnId);
      if (!row) return open === "0.00" ? [] : [`credit ${credit.txnId}: ${open} open there, not here`];
      const pairs: [string, unknown, unknown][] = [
        ["open", row.open, open],
        ["amount", row.amount, fromCents(lineTotal(credit))],
        ["vendor", row.vendor, idOf(credit.fields.VendorRef)],
      ];
      return pairs.flatMap(([what, ours, theirs]) =>
        ours === theirs
          ? []
          : [`credit ${credit.txnId}: ${what} is ${String(ours)} here, ${String(theirs)} there`],
      );
    }),
  ];
}
