import { EventTimeline } from "@/app/_components/event-timeline";
import { Panel } from "@/app/_ui/panel";
import type { BillView } from "@/lib/bills/bill-views";

/** All that happened to the bill. */
export function TimelinePanel({ bill }: { bill: BillView }) {
  return (
    <Panel title="Timeline">
      <EventTimeline entries={bill.timeline} />
    </Panel>
  );
}
