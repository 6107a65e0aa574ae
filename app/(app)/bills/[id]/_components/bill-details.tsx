import { ActorName } from "@/app/_components/actor-name";
import { Day } from "@/app/_components/day";
import { moneyText } from "@/app/_components/money";
import { DescriptionList } from "@/app/_ui/description-list";
import { Panel } from "@/app/_ui/panel";
import type { BillView } from "@/lib/bills/bill-views";

/** The head of the bill as it stands here. The ids are where a sync error's link leads. */
export function BillDetails({ bill }: { bill: BillView }) {
  const { content } = bill;
  return (
    <Panel>
      <DescriptionList
        layout="grid"
        items={[
          { id: "vendor", term: "Vendor", value: content.vendor?.name },
          { id: "invoiceNumber", term: "Invoice number", value: content.invoiceNumber },
          { id: "amount", term: "Amount", value: moneyText(content.amount, content.currency), numeric: true },
          { id: "billDate", term: "Bill date", value: <Day day={content.billDate} /> },
          { id: "terms", term: "Terms", value: content.terms?.name },
          { id: "dueDate", term: "Due date", value: <Day day={content.dueDate} /> },
          { term: "Entered by", value: <ActorName name={bill.enteredBy} /> },
          ...(content.exchangeRate
            ? [{ id: "exchangeRate", term: "Exchange rate", value: content.exchangeRate, numeric: true }]
            : []),
          ...(content.apAccount
            ? [{ id: "apAccount", term: "A/P account", value: content.apAccount.name }]
            : []),
        ]}
      />
      {content.memo ? (
        <div id="memo" className="mt-4 scroll-mt-24 border-line border-t pt-3">
          <h3 className="text-ink-muted text-xs">Memo</h3>
          <p className="whitespace-pre-wrap break-words text-ink">{content.memo}</p>
        </div>
      ) : null}
    </Panel>
  );
}
