import { ActorName } from "@/app/_components/actor-name";
import { Day } from "@/app/_components/day";
import { moneyText } from "@/app/_components/money";
import { DescriptionList } from "@/app/_ui/description-list";
import { Panel } from "@/app/_ui/panel";
import type { BillView } from "@/lib/bills/bill-views";

/** The head of the bill as it stands here. */
export function BillDetails({ bill }: { bill: BillView }) {
  const { content } = bill;
  return (
    <Panel>
      <DescriptionList
        layout="grid"
        items={[
          { term: "Vendor", value: content.vendor?.name },
          { term: "Invoice number", value: content.invoiceNumber },
          { term: "Amount", value: moneyText(content.amount), numeric: true },
          { term: "Bill date", value: <Day day={content.billDate} /> },
          { term: "Terms", value: content.terms?.name },
          { term: "Due date", value: <Day day={content.dueDate} /> },
          { term: "Entered by", value: <ActorName name={bill.enteredBy} /> },
          ...(content.apAccount ? [{ term: "A/P account", value: content.apAccount.name }] : []),
        ]}
      />
      {content.memo ? (
        <div className="mt-4 border-line border-t pt-3">
          <h3 className="text-ink-muted text-xs">Memo</h3>
          <p className="whitespace-pre-wrap break-words text-ink">{content.memo}</p>
        </div>
      ) : null}
    </Panel>
  );
}
