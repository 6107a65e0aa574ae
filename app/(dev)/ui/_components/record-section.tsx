import { Check, FileText, RefreshCw, X } from "lucide-react";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { CodeBlock } from "@/app/_ui/code-block";
import { DescriptionList } from "@/app/_ui/description-list";
import { Panel } from "@/app/_ui/panel";
import { Stepper } from "@/app/_ui/stepper";
import { Tabs } from "@/app/_ui/tabs";
import { Timeline, TimelineItem } from "@/app/_ui/timeline";
import { Section } from "./section";

const facts = [
  { term: "Name", value: "Apex Concrete & Masonry LLC" },
  { term: "Date", value: "Nov 18, 2026" },
  { term: "Due", value: "Dec 18, 2026" },
  { term: "Class", value: "" },
  { term: "Amount", value: "$12,480.50", numeric: true },
];

export function RecordSection() {
  return (
    <Section title="One record">
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Panel title="Facts" actions={<Button size="sm">Edit</Button>}>
          <DescriptionList items={facts} />
        </Panel>
        <Panel title="History" description="Newest first">
          <Timeline label="History">
            <TimelineItem icon={<Check />} tone="green" title="Dana Whitfield approved" time="Today 9:14">
              Second of two.
            </TimelineItem>
            <TimelineItem icon={<X />} tone="red" title="Refused by the other side" time="Yesterday">
              The name is in use.
            </TimelineItem>
            <TimelineItem icon={<RefreshCw />} tone="blue" title="Sent" time="Nov 20" />
            <TimelineItem icon={<FileText />} title="Marcus Lee entered it" time="Nov 18" />
          </Timeline>
        </Panel>
        <Panel title="Steps" className="md:col-span-2" footer={<Button size="sm">Change</Button>}>
          <Stepper
            label="Steps"
            steps={[
              { id: "1", title: "Entered", detail: "Marcus Lee", state: "done" },
              { id: "2", title: "Project manager", detail: "Dana Whitfield", state: "done" },
              { id: "3", title: "Owner", detail: "Waiting since Nov 20", state: "current" },
              { id: "4", title: "Payable", state: "upcoming" },
            ]}
          />
        </Panel>
      </div>
      <DescriptionList layout="grid" items={facts} />
      <Tabs
        label="Parts"
        tabs={[
          { value: "lines", label: "Lines", count: 3, content: "Three lines." },
          { value: "files", label: "Documents", count: 1, content: "One document." },
          {
            value: "raw",
            label: "Message",
            content: <CodeBlock title="Request" code={'<Name>\n  <First rank="1" />\n</Name>'} />,
          },
        ]}
      />
      <div className="flex items-center gap-2">
        <Avatar name="Dana Whitfield" size="lg" />
        <Avatar name="Marcus Lee" />
        <Avatar name="Óscar" size="sm" />
      </div>
    </Section>
  );
}
