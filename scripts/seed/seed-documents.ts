import type { Actor } from "@/lib/access/actor";
import { uploadDocument } from "@/lib/documents/upload-document";
import { deliverySlipPdf, invoicePdf } from "./invoice-pdf";
import type { Fate, SeedBill } from "./seed-bill";

/** Bills that somebody still looks at come with the vendor's invoice, as they would. */
const WITH_INVOICE: readonly Fate[] = ["draft", "submitted", "half approved"];
/** Entered a moment ago, from an invoice that is still on somebody's desk: the demo's own to drop. */
const WITHOUT = "WT-9920";

/** Sends what came with a bill, and gives the ids that its form would name. */
export async function sendDocuments(clerk: Actor, bill: SeedBill): Promise<string[]> {
  if (!WITH_INVOICE.includes(bill.fate) || bill.number === WITHOUT) return [];
  const send = async (name: string, bytes: Buffer) => (await uploadDocument(clerk, name, [bytes])).id;
  const ids = [await send(`Invoice ${bill.number}.pdf`, await invoicePdf(bill))];
  if (bill.memo?.includes("delivery"))
    ids.push(await send(`Delivery slip ${bill.number}.pdf`, await deliverySlipPdf(bill)));
  return ids;
}
