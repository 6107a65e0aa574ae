import { z } from "zod";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { holdRouting } from "@/lib/orgs/workflow-store";
import { getContent } from "./bill-content";
import { formOf } from "./bill-form";
import { billInput } from "./bill-input";
import { enterBill } from "./save-bill";
import { lockBill } from "./store";

const HEADER = [
  "vendorId",
  "termsId",
  "apAccountId",
  "invoiceNumber",
  "memo",
  "billDate",
  "dueDate",
  "amount",
];
const LINE = /^lines\.(\d{1,3})\.(accountId|itemId|classId|customerId|description|amount)$/;

const input = z.object({
  billId: z.uuid(),
  /** The version the person looked at. */
  version: z.number().int(),
  /** The form's own name of the field. */
  field: z.string().refine((field) => HEADER.includes(field) || LINE.test(field), "There is no such field."),
  value: z.string().max(8_000),
});

/**
 * Writes one field of a bill, as the form would: the one-click way out of a check. An edit like any other:
 * it starts the approval round again, and is refused where the form is. Throws "bill-changed" when somebody
 * changed the bill meanwhile, "invalid" for a value that the field does not take.
 */
export const fixBill = command({
  name: "bill.save",
  input,
  async run(context, { billId, version, field, value }) {
    await holdRouting(context.tx, context.actor.orgId);
    const bill = await lockBill(context.tx, context.actor.orgId, billId);
    const form = {
      ...formOf(await getContent(context.tx, billId)),
      billId,
      version,
      connectionId: bill.connectionId,
    };
    const [, index, name] = LINE.exec(field) ?? [];
    const line = index === undefined ? undefined : form.lines[Number(index)];
    if (index !== undefined && !line) throw new AppError("bill-changed");
    const changed =
      line && name
        ? { ...form, lines: form.lines.map((each) => (each === line ? { ...each, [name]: value } : each)) }
        : { ...form, [field]: value };
    const parsed = billInput.safeParse(changed);
    if (!parsed.success) {
      throw new AppError("invalid", {
        fields: parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
      });
    }
    const fixed = await enterBill(context, parsed.data);
    return { billId, version: fixed.version };
  },
});
