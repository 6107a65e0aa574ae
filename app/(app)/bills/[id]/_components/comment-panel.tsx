import { Moment } from "@/app/_components/moment";
import { Panel } from "@/app/_ui/panel";
import type { TimelineEntry } from "@/lib/bills/tell-event";
import type { PersonView } from "@/lib/orgs/people-views";
import { CommentBox } from "./comment-box";

/** As many of the last comments as fit beside the bill; the timeline has them all. */
const SHOWN = 5;

type CommentPanelProps = {
  billId: string;
  timeline: readonly TimelineEntry[];
  people: readonly PersonView[];
  myId: string;
};

/** What people said about the bill, the last of it at the end, and where one says something oneself. */
export function CommentPanel({ billId, timeline, people, myId }: CommentPanelProps) {
  const comments = timeline.filter(({ name }) => name === "bill.commented");
  const hidden = comments.length - SHOWN;
  return (
    <Panel title="Questions and comments">
      {comments.length > 0 ? (
        <ul aria-label="Comments" className="mb-4 flex flex-col gap-3">
          {comments
            .slice(0, SHOWN)
            .toReversed()
            .map(({ seq, sentence, quote, at }) => (
              <li key={seq}>
                <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-ink-muted text-xs">
                  <span className="text-ink">{sentence}</span>
                  <Moment at={at} />
                </p>
                <p className="mt-0.5 whitespace-pre-wrap break-words text-ink text-sm">{quote}</p>
              </li>
            ))}
        </ul>
      ) : null}
      {hidden > 0 ? (
        <p className="-mt-1 mb-4 text-ink-muted text-xs">
          {hidden === 1 ? "One earlier comment is" : `${hidden} earlier comments are`} in the timeline.
        </p>
      ) : null}
      <CommentBox billId={billId} people={people.filter(({ userId }) => userId !== myId)} />
    </Panel>
  );
}
