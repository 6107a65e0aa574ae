"use client";

import { DialogBody } from "@/app/_ui/dialog-parts";
import { Kbd } from "@/app/_ui/kbd";
import { Sheet } from "@/app/_ui/sheet";
import type { NavItem } from "./nav-item";

const IN_LISTS: [keys: string[], does: string][] = [
  [["j"], "Next bill"],
  [["k"], "Previous bill"],
  [["Enter"], "Open the bill"],
  [["x"], "Choose the bill"],
  [["a"], "Approve the bill, or the chosen ones"],
  [["A"], "Approve and go to the next (on a bill)"],
  [["r"], "Reject"],
  [["e"], "Edit"],
  [["/"], "Search this list"],
];

const IN_THE_FORM: [keys: string[], does: string][] = [
  [["Enter", "Tab"], "Next field; at the end of the lines, a new line"],
  [["Ctrl Enter"], "Save"],
  [["Ctrl Shift Enter"], "Save and submit"],
  [["Alt ↑", "Alt ↓"], "Move the line"],
  [["Ctrl D"], "Copy the line"],
  [["Ctrl ⌫", "Ctrl Del"], "Remove the line"],
  [["=12*3.5"], "Work out an amount"],
];

type KeyboardSheetProps = { pages: NavItem[]; open: boolean; onOpenChange: (open: boolean) => void };

/** The keys that work everywhere and in the lists. */
export function KeyboardSheet({ pages, open, onOpenChange }: KeyboardSheetProps) {
  return (
    <Sheet title="Keyboard shortcuts" open={open} onOpenChange={onOpenChange}>
      <DialogBody>
        <Keys
          heading="Everywhere"
          rows={[
            [["⌘ K", "Ctrl K"], "Go to a page or a bill"],
            [["?"], "This list"],
            [["Esc"], "Close what is open"],
          ]}
        />
        <Keys
          heading="Go to"
          rows={pages.flatMap(({ key, label }): [string[], string][] => (key ? [[[`g ${key}`], label]] : []))}
        />
        <Keys heading="In a list of bills" rows={IN_LISTS} />
        <Keys heading="While a bill is entered" rows={IN_THE_FORM} />
      </DialogBody>
    </Sheet>
  );
}

function Keys({ heading, rows }: { heading: string; rows: [keys: string[], does: string][] }) {
  return (
    <section>
      <h3 className="mb-1 font-medium text-ink-faint text-xs">{heading}</h3>
      <dl className="divide-y divide-line">
        {rows.map(([keys, does]) => (
          <div key={does} className="flex items-center justify-between gap-4 py-1.5">
            <dt className="text-ink text-sm">{does}</dt>
            <dd className="flex gap-1.5">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
