import { Inbox } from "lucide-react";
import { ActionBar } from "@/app/_ui/action-bar";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { TableSkeleton } from "@/app/_ui/skeleton";
import { Section } from "./section";

export function FeedbackSection() {
  return (
    <Section title="Telling what is going on">
      <Alert tone="red" title="The other side refused it" action={<Button size="sm">Try again</Button>}>
        “There is an invalid reference.” Attempt 2 of 3.
      </Alert>
      <Alert tone="amber" title="Changed since it was approved">
        The amount is now $12,500.00.
      </Alert>
      <Alert tone="blue" title="A run is under way" />
      <Alert tone="green" title="Paid in full" />
      <Alert title="Nothing to do here" />
      <div className="grid gap-4 md:grid-cols-3">
        <Progress label="Reading lists" value={64} showLabel />
        <Progress label="Paid" value={100} tone="green" showLabel />
        <Progress label="Starting" value={null} showLabel />
      </div>
      <Panel title="Inbox" flush>
        <EmptyState
          icon={<Inbox />}
          title="Nothing waits for you"
          action={<Button variant="primary">New record</Button>}
        >
          What others hand to you appears here. You can also start one yourself.
        </EmptyState>
      </Panel>
      <TableSkeleton rows={4} />
      <ActionBar label="Chosen records" summary="2 chosen, $16,395.50">
        <Button>Reject</Button>
        <Button variant="primary">Approve</Button>
      </ActionBar>
    </Section>
  );
}
