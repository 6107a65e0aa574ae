import { Alert } from "@/app/_ui/alert";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { suggestName } from "@/lib/ledger/suggest-name";
import type { VendorView } from "@/lib/ledger/vendor-views";
import { EditVendor } from "./edit-vendor";

type VendorNoticesProps = { vendor: VendorView; terms: readonly PickOption[]; mayChange: boolean };

/** QuickBooks: the name of a record is in use. */
const NAME_TAKEN = "3100";

/** What a person should know of this vendor before anything else, and what to do about it. */
export function VendorNotices({ vendor, terms, mayChange }: VendorNoticesProps) {
  const { sync, overruled } = vendor;
  const mayRename = mayChange && sync.error?.code === NAME_TAKEN;
  return (
    <>
      {sync.error ? (
        <Alert
          tone="red"
          title={sync.isRemoved ? "QuickBooks refused it three times" : "QuickBooks refused it"}
          action={
            mayRename ? (
              <EditVendor
                vendor={vendor}
                terms={terms}
                label="Change the name"
                name={suggestName("vendor", vendor.wished.name)}
              />
            ) : null
          }
        >
          {sync.error.message}
        </Alert>
      ) : null}
      {sync.state === "new" ? (
        <Alert tone="neutral" title="QuickBooks does not have this vendor yet">
          It goes there before the first approved bill that names it.
        </Alert>
      ) : null}
      {sync.state === "inactive" ? (
        <Alert tone="amber" title="Inactive in QuickBooks">
          Its bills wait. Make it active in QuickBooks (Vendor Center, right-click the vendor, Make Vendor
          Active), or choose another vendor on the bills.
        </Alert>
      ) : null}
      {overruled.length > 0 ? (
        <Alert tone="amber" title="QuickBooks’ version was kept">
          It was changed in QuickBooks as well:{" "}
          {overruled
            .map(({ field, from, to }) => `${field} is “${to || "empty"}”, not “${from || "empty"}”`)
            .join("; ")}
          . Edit the vendor again if it shall be otherwise.
        </Alert>
      ) : null}
    </>
  );
}
