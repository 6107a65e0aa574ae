import { ITEM_TYPE_NAMES, type NewItemType } from "@/lib/ledger/item-types";
import type { NewEntryRow } from "@/lib/ledger/new-entry-views";
import { EntryBadge } from "../../_components/entry-badge";
import { SendNow } from "../../_components/send-now";
import { RenameEntry } from "./rename-entry";

type NewEntryItemProps = { entry: NewEntryRow; mayRename: boolean; maySend: boolean };

const kindOf = ({ list, itemType, fullName }: NewEntryRow): string => {
  if (list === "item") return ITEM_TYPE_NAMES[itemType as NewItemType] ?? "Item";
  return fullName.includes(":") ? "Job" : "Customer";
};

/** One entry that QuickBooks does not have yet: why, and what can be done. */
export function NewEntryItem({ entry, mayRename, maySend }: NewEntryItemProps) {
  const { sync } = entry;
  const isUnsent = sync.state === "new" || sync.isRemoved;
  return (
    <li
      id={entry.id}
      className="flex scroll-mt-24 flex-wrap items-start gap-x-4 gap-y-3 px-4 py-3 target:bg-selected"
    >
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="break-words font-medium text-ink">{entry.fullName}</span>
          <span className="text-ink-muted text-xs">{kindOf(entry)}</span>
          <EntryBadge state={sync.state} />
        </p>
        {sync.error ? (
          <p className="break-words text-danger-ink text-sm">{sync.error.message}</p>
        ) : (
          <p className="text-ink-muted text-sm">
            {sync.state === "new"
              ? "It goes with the first approved bill that names it."
              : (sync.reason ?? "It goes with the next run.")}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2 max-md:w-full max-md:[&>*]:flex-1">
        {mayRename ? <RenameEntry entry={entry} /> : null}
        {maySend && isUnsent ? <SendNow list={entry.list} entryId={entry.id} again={sync.isRemoved} /> : null}
      </div>
    </li>
  );
}
