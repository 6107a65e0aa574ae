import { Laptop } from "lucide-react";
import { Moment } from "@/app/_components/moment";
import { TimeAgo } from "@/app/_components/time-ago";
import { Badge } from "@/app/_ui/badge";
import { Panel } from "@/app/_ui/panel";
import type { SessionView } from "@/lib/auth/profile-views";
import { EndOthersButton, EndSessionButton } from "./session-buttons";

/** Where one is signed in. */
export function SessionsSection({ sessions }: { sessions: SessionView[] }) {
  return (
    <Panel
      title="Where you are signed in"
      actions={sessions.some(({ isThis }) => !isThis) ? <EndOthersButton /> : null}
      flush
    >
      <ul aria-label="Sessions" className="divide-y divide-line">
        {sessions.map(({ id, browser, address, method, startedAt, seenAt, isThis }) => (
          <li key={id} className="flex items-center gap-3 px-4 py-2.5">
            <Laptop aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 text-ink text-sm">
                <span className="font-medium">{browser}</span>
                {isThis ? <Badge tone="green">This one</Badge> : null}
              </p>
              <p className="text-ink-muted text-xs">
                {address ? `${address} · ` : null}
                since <Moment at={startedAt.toISOString()} />, with {method}
              </p>
              <p className="text-ink-muted text-xs">
                {isThis ? (
                  "Seen now"
                ) : (
                  <>
                    Last seen <TimeAgo at={seenAt} />
                  </>
                )}
              </p>
            </div>
            {isThis ? null : <EndSessionButton sessionId={id} browser={browser} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
