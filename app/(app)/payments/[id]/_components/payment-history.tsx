import { CheckCheck, CircleDollarSign, CloudOff, FilePen, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Moment } from "@/app/_components/moment";
import { Panel } from "@/app/_ui/panel";
import { Timeline, TimelineItem } from "@/app/_ui/timeline";
import type { TimelineEntry } from "@/lib/bills/tell-event";

const ICONS: Partial<Record<TimelineEntry["name"], ReactNode>> = {
  "payment.recorded": <CircleDollarSign />,
  "payment.linked": <CheckCheck />,
  "payment.refused": <CloudOff />,
  "payment.removed": <Undo2 />,
};

/** All that happened to the payment, the newest first; nothing for one made in QuickBooks and left alone. */
export function PaymentHistory({ timeline }: { timeline: TimelineEntry[] }) {
  if (timeline.length === 0) return null;
  return (
    <Panel title="Timeline">
      <Timeline label="Timeline">
        {timeline.map((entry) => (
          <TimelineItem
            key={entry.seq}
            icon={ICONS[entry.name] ?? <FilePen />}
            tone={entry.tone}
            title={entry.sentence}
            time={<Moment at={entry.at} />}
          >
            {entry.quote ? <p className="whitespace-pre-wrap break-words">“{entry.quote}”</p> : null}
          </TimelineItem>
        ))}
      </Timeline>
    </Panel>
  );
}
