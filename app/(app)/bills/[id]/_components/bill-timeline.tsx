import { TimelineList, TimelinePanel } from "@/app/_components/timeline-panel";
import { Panel } from "@/app/_ui/panel";
import { Tabs } from "@/app/_ui/tabs";
import type { TimelineEntry } from "@/lib/bills/tell-event";

/** A bill's history; once somebody has said something, also what people said alone. */
export function BillTimeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const comments = entries.filter(({ name }) => name === "bill.commented");
  if (comments.length === 0) return <TimelinePanel entries={entries} />;
  return (
    <Panel title="Timeline">
      <Tabs
        label="What of the timeline is shown"
        tabs={[
          {
            value: "all",
            label: "Everything",
            content: <TimelineList label="Timeline" entries={entries} />,
          },
          {
            value: "comments",
            label: "Comments",
            count: comments.length,
            content: <TimelineList label="Comments" entries={comments} />,
          },
        ]}
      />
    </Panel>
  );
}
