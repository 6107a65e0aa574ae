import { Badge, type BadgeTone } from "@/app/_ui/badge";
import type { EntryState } from "@/lib/ledger/entry-state";

const STATES: Record<EntryState, { words: string; tone: BadgeTone } | null> = {
  new: { words: "Not in QuickBooks yet", tone: "neutral" },
  waiting: { words: "Waits for QuickBooks", tone: "amber" },
  refused: { words: "Refused by QuickBooks", tone: "red" },
  changing: { words: "Change waits", tone: "amber" },
  linked: null,
  inactive: { words: "Inactive in QuickBooks", tone: "neutral" },
  deleted: { words: "Deleted in QuickBooks", tone: "red" },
};

/** How an entry stands with QuickBooks; nothing where it stands as it should. */
export function EntryBadge({ state }: { state: EntryState }) {
  const shown = STATES[state];
  return shown ? <Badge tone={shown.tone}>{shown.words}</Badge> : null;
}
