import {
  Ban,
  CheckCheck,
  CircleAlert,
  CircleDollarSign,
  CloudOff,
  FilePen,
  FilePlus,
  Link,
  ListPlus,
  MessageSquare,
  PenLine,
  RotateCcw,
  Send,
  Split,
  Undo2,
  UserPlus,
  X,
} from "lucide-react";
import type { ReactNode } from "react";
import { ChangeList } from "@/app/_components/change-list";
import { Moment } from "@/app/_components/moment";
import { Panel } from "@/app/_ui/panel";
import { Timeline, TimelineItem } from "@/app/_ui/timeline";
import type { TimelineEntry } from "@/lib/bills/tell-event";

const ICONS: Partial<Record<TimelineEntry["name"], ReactNode>> = {
  "bill.entered": <FilePlus />,
  "bill.changed": <FilePen />,
  "bill.submitted": <Send />,
  "bill.signed": <PenLine />,
  "bill.approver-added": <UserPlus />,
  "bill.commented": <MessageSquare />,
  "bill.rerouted": <Split />,
  "bill.approved": <CheckCheck />,
  "bill.rejected": <X />,
  "bill.unapproved": <Undo2 />,
  "bill.queued": <ListPlus />,
  "bill.requeued": <RotateCcw />,
  "bill.refused": <CloudOff />,
  "bill.linked": <Link />,
  "bill.paid": <CircleDollarSign />,
  "bill.reopened": <Undo2 />,
  "bill.seen-in-quickbooks": <CircleAlert />,
  "bill.voided": <Ban />,
  "bill.deleted-in-quickbooks": <Ban />,
  "payment.recorded": <CircleDollarSign />,
  "payment.linked": <CheckCheck />,
  "payment.refused": <CloudOff />,
  "payment.removed": <Undo2 />,
  "vendor.created": <FilePlus />,
  "vendor.linked": <Link />,
  "vendor.updated": <CheckCheck />,
  "vendor.change-overruled": <CircleAlert />,
  "entry.queued": <ListPlus />,
  "entry.refused": <CloudOff />,
};

/** What happened, the newest first, in plain sentences. */
export function TimelineList({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <Timeline label={label}>
      {entries.map((entry) => (
        <TimelineItem
          key={entry.seq}
          icon={ICONS[entry.name] ?? <FilePen />}
          tone={entry.tone}
          title={entry.sentence}
          time={<Moment at={entry.at} />}
        >
          {entry.quote ? <p className="whitespace-pre-wrap break-words">“{entry.quote}”</p> : null}
          {entry.changes.length > 0 ? <ChangeList changes={entry.changes} /> : null}
        </TimelineItem>
      ))}
    </Timeline>
  );
}

/** What happened to one record; not there while nothing has. */
export function TimelinePanel({ entries }: { entries: readonly TimelineEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <Panel title="Timeline">
      <TimelineList label="Timeline" entries={entries} />
    </Panel>
  );
}
