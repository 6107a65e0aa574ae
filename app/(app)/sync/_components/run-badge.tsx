import { Badge, type BadgeTone } from "@/app/_ui/badge";
import type { RunState } from "@/lib/quickbooks/sync-views/run-view";

/** The states of a run as people read them, in the order in which one chooses among them. */
export const RUN_STATES_SAID: Record<RunState, { tone: BadgeTone; words: string }> = {
  running: { tone: "blue", words: "Running" },
  closed: { tone: "neutral", words: "Ended" },
  failed: { tone: "red", words: "Failed" },
  dead: { tone: "amber", words: "Went silent" },
};

/** How a run ended, in a word. */
export function RunBadge({ state }: { state: RunState }) {
  const { tone, words } = RUN_STATES_SAID[state];
  return <Badge tone={tone}>{words}</Badge>;
}
