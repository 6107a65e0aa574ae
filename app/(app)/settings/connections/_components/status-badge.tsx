import { Badge, type BadgeTone } from "@/app/_ui/badge";
import type { ConnectionStatus } from "@/lib/quickbooks/connections/connection-views";

const SAID: Record<ConnectionStatus, { tone: BadgeTone; words: string }> = {
  new: { tone: "neutral", words: "Not connected yet" },
  connected: { tone: "blue", words: "Connected" },
  paused: { tone: "amber", words: "Paused" },
  silent: { tone: "red", words: "Silent" },
};

/** How a connection stands, in a word. */
export function StatusBadge({ status }: { status: ConnectionStatus }) {
  const { tone, words } = SAID[status];
  return <Badge tone={tone}>{words}</Badge>;
}
