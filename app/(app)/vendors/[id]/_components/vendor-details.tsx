import { Money } from "@/app/_components/money";
import { DescriptionList } from "@/app/_ui/description-list";
import { Panel } from "@/app/_ui/panel";
import { VENDOR_FIELD_LABELS } from "@/lib/ledger/vendor-field-labels";
import type { VendorView } from "@/lib/ledger/vendor-views";

function Address({ address }: { address: VendorView["address"] }) {
  if (!address) return null;
  const { lines, city, state, postalCode, country } = address;
  const town = [city, [state, postalCode].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return (
    <address className="not-italic">
      {[...lines, town, country].filter(Boolean).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}

/** What stands in QuickBooks, and under it what is wished otherwise until QuickBooks has it. */
export function VendorDetails({ vendor }: { vendor: VendorView }) {
  const row = (term: string, value: React.ReactNode) => {
    const wish = vendor.pending.find(({ field }) => field === term);
    if (!wish) return { term, value };
    return {
      term,
      value: (
        <>
          <span className="text-ink-muted line-through">{value || "nothing"}</span>
          <span className="block text-warning-ink">
            <span className="sr-only">waits to become </span>
            {wish.to || "nothing"}
          </span>
        </>
      ),
    };
  };
  return (
    <Panel
      title={vendor.isInQuickBooks ? "In QuickBooks" : "To be added to QuickBooks"}
      {...(vendor.pending.length > 0
        ? { description: "What is crossed out stands there until the next run" }
        : {})}
    >
      <DescriptionList
        items={[
          row(VENDOR_FIELD_LABELS.name, vendor.name),
          row(VENDOR_FIELD_LABELS.companyName, vendor.companyName),
          row(VENDOR_FIELD_LABELS.email, vendor.email),
          row(VENDOR_FIELD_LABELS.phone, vendor.phone),
          row(VENDOR_FIELD_LABELS.address, vendor.address ? <Address address={vendor.address} /> : null),
          row(VENDOR_FIELD_LABELS.termsListId, vendor.termsName),
          row(VENDOR_FIELD_LABELS.nameOnCheck, vendor.nameOnCheck),
          row(VENDOR_FIELD_LABELS.accountNumber, vendor.accountNumber),
          ...(vendor.currency ? [{ term: "Currency", value: vendor.currency }] : []),
          {
            term: "Balance",
            value: vendor.balance ? (
              <Money amount={vendor.balance} sign currency={vendor.foreignCurrency} />
            ) : null,
            numeric: true,
          },
        ]}
      />
    </Panel>
  );
}
