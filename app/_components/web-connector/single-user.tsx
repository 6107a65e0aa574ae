import { Mark, Picture } from "./picture";

const ENTRIES = ["Open or Restore Company…", "Back Up Company", "Switch to Single-user Mode", "Utilities"];

/** QuickBooks' File menu, logged in as Admin: the way into single-user mode. */
export function SingleUser() {
  return (
    <Picture
      title="Your company – QuickBooks Desktop (Admin)"
      label="QuickBooks, logged in as Admin. In the File menu: Switch to Single-user Mode."
    >
      <div className="flex flex-col">
        <div className="flex gap-4 border-line border-b px-3 py-1.5 text-ink-muted">
          <span className="rounded-sm bg-selected px-1 text-ink">File</span>
          <span>Edit</span>
          <span>View</span>
          <span>Lists</span>
          <span className="max-md:hidden">Company</span>
        </div>
        <div className="p-3 pt-2">
          <div className="flex w-56 flex-col gap-2 rounded-sm border border-line bg-raised p-2.5 shadow-control">
            {ENTRIES.map((entry) =>
              entry.startsWith("Switch") ? (
                <Mark key={entry} number={1} className="mr-2 w-fit text-ink">
                  {entry}
                </Mark>
              ) : (
                <span key={entry} className="text-ink-faint">
                  {entry}
                </span>
              ),
            )}
          </div>
        </div>
      </div>
    </Picture>
  );
}
