import { Badge, type BadgeTone } from "@/app/_ui/badge";
import type { RunState } from "@/lib/quickbooks/sync-views/run-view";

const SAID: Record<RunState, { tone: BadgeTone; words: string }> = {
  running: { tone: "blue", words: "Running" },
  closed: { tone: "neutral", words: "Ended" },
  failed: { tone: "red", words: "Failed" },
  dead: { tone: "amber", words: "Went silent" },
};

/** How a run ended, in a word. */
export function RunBadge({ state }: { state: RunState }) {
  const { tone, words } = SAID[state];
  return <Badge tone={tone}>{words}</Badge>;
}
