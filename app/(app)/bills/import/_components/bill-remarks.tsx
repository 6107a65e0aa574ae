import { Checkbox } from "@/app/_ui/checkbox";
import { CheckItem } from "@/app/(app)/bills/_components/check-item";
import { OtherBillButton } from "@/app/(app)/bills/_components/other-bill-button";
import type { PreviewBill } from "@/lib/import/preview-import";

type BillRemarksProps = {
  bill: PreviewBill;
  /** It is held back, and is to be entered all the same. */
  isTicked: boolean;
  onTick: () => void;
};

/** Whether there is anything to say of a bill. */
export const hasRemarks = ({ state, warnings }: PreviewBill): boolean =>
  state !== "ready" || warnings.length > 0;

/** What a bill that is held back is like. */
function reasonOf({ vendor, repeats }: PreviewBill): string {
  const { entered = 0, row = null } = repeats ?? {};
  if (entered === 0) return `Row ${row} has the same vendor, date and amount.`;
  return `It has no number, and ${vendor} has ${entered === 1 ? "a bill" : `${entered} bills`} of this date and amount already.`;
}

/** What keeps a bill of a file out, and which entered bills it is like. */
export function BillRemarks({ bill, isTicked, onTick }: BillRemarksProps) {
  return (
    <div className="flex flex-col gap-2 whitespace-normal">
      {bill.faults.length > 0 ? (
        <ul className="flex flex-col gap-1">
          {bill.faults.map(({ row, column, message }) => (
            <li key={`${row} ${column} ${message}`} className="break-words text-danger-ink">
              <span className="font-medium">
                Row {row}
                {column ? `, ${column}` : ""}:
              </span>{" "}
              {message}
            </li>
          ))}
        </ul>
      ) : null}
      {bill.state === "held-back" ? (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
          <p className="min-w-0 flex-1 basis-72 break-words py-0.5 text-ink">
            <span className="font-medium text-warning-ink">Held back:</span> {reasonOf(bill)}
          </p>
          <Checkbox
            label={`Row ${bill.rows[0]} is another bill: enter it`}
            checked={isTicked}
            onChange={onTick}
          />
        </div>
      ) : null}
      {bill.warnings.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {bill.warnings.map((check) => (
            <CheckItem key={JSON.stringify(check.fixes)} check={check}>
              {check.fixes.map((fix) =>
                fix.kind === "open" ? (
                  <OtherBillButton key={fix.billId} billId={fix.billId} label={fix.label} />
                ) : null,
              )}
            </CheckItem>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
