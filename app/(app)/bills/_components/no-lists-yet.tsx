import { Alert } from "@/app/_ui/alert";

/** Before the first run there is nothing to choose from; said where it is missed. */
export function NoListsYet() {
  return (
    <Alert tone="amber" className="mb-4" title="QuickBooks' lists are not here yet">
      Accounts, items and vendors come with the first run of the Web Connector. A draft can be saved without
      them.
    </Alert>
  );
}
