import { Badge } from "@/app/_ui/badge";
import { cn } from "@/app/_ui/cn";
import { Link } from "@/app/_ui/link";
import type { MessageView } from "@/lib/quickbooks/sync-views/read-run";
import { durationText } from "../../../_components/duration";

const PURPOSE = { write: "Writes", read: "Reads", probe: "Asks back" } as const;

function stateWords(message: MessageView): string {
  if (message.state === "in_doubt" || message.state === "unsettled")
    return "To be asked about in the next run";
  if (message.answeredAt) {
    return `Answered in ${durationText(message.answeredAt.getTime() - message.sentAt.getTime())}`;
  }
  return message.state === "sent" ? "Waits for the answer" : "Never answered";
}

/** "840 B", "12 KB", "3.4 MB". */
const bytesText = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1_000)} KB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

type MessageListProps = { messages: MessageView[]; runId: string; shownId: string | undefined };

/** The qbXML documents of a run in order; each leads to what it said. */
export function MessageList({ messages, runId, shownId }: MessageListProps) {
  return (
    <ol className="max-h-[70vh] divide-y divide-line overflow-y-auto">
      {messages.map((message) => {
        const shown = message.id === shownId;
        return (
          <li key={message.id}>
            <Link
              href={shown ? `/sync/runs/${runId}` : `/sync/runs/${runId}?message=${message.id}`}
              scroll={false}
              aria-current={shown ? "true" : undefined}
              className={cn(
                "block px-4 py-2.5 transition-colors hover:bg-hover focus-visible:-outline-offset-2",
                shown && "bg-selected",
              )}
            >
              <span className="flex items-center justify-between gap-3">
                <span className="min-w-0 truncate font-medium text-ink text-sm">{message.label}</span>
                <Badge tone={message.purpose === "write" ? "blue" : "neutral"}>
                  {PURPOSE[message.purpose]}
                </Badge>
              </span>
              <span className="mt-0.5 flex justify-between gap-3 text-ink-muted text-xs">
                <span className="tabular">
                  {message.requests} {message.requests === 1 ? "request" : "requests"}
                  {message.responseBytes ? `, ${bytesText(message.responseBytes)} answered` : ""}
                </span>
                <span className="tabular">{stateWords(message)}</span>
              </span>
              {message.hresult ? (
                <span className="mt-1 block text-danger-ink text-xs">
                  {message.hresult} {message.hresultMessage}
                </span>
              ) : null}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
