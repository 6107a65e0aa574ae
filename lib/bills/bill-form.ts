import type { z } from "zod";
import type { BillContent } from "./bill-content";
import type { billInput } from "./bill-input";

/** All that a form sends of a bill: one that left out a field would empty it. The documents stay as they are. */
type Form = Omit<Required<z.input<typeof billInput>>, "billId" | "version" | "connectionId" | "documentIds">;

/** A bill as the form would send it. */
export const formOf = (content: BillContent): Form => ({
  vendorId: content.vendor?.id ?? null,
  termsId: content.terms?.id ?? null,
  apAccountId: content.apAccount?.id ?? null,
  exchangeRate: content.exchangeRate ?? null,
  ...{ invoiceNumber: content.invoiceNumber, memo: content.memo, amount: content.amount },
  ...{ billDate: content.billDate, dueDate: content.dueDate },
  lines: content.lines.map((line) => ({
    ...{ id: line.id, kind: line.kind, description: line.description, amount: line.amount },
    ...{ quantity: line.quantity, cost: line.cost, billable: line.billable },
    accountId: line.account?.id ?? null,
    itemId: line.item?.id ?? null,
    classId: line.class?.id ?? null,
    customerId: line.customer?.id ?? null,
  })),
});
