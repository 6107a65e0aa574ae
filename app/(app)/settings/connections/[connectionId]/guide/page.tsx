import type { Metadata } from "next";
import { headers } from "next/headers";
import { requireFollower } from "@/app/_components/drawn-version";
import { pageOf } from "@/app/_components/page-of";
import { Alert } from "@/app/_ui/alert";
import { PageHeader } from "@/app/_ui/page-header";
import { Stepper } from "@/app/_ui/stepper";
import { may } from "@/lib/access/actor";
import { env } from "@/lib/core/env";
import { GUIDE_STEPS, type GuideStep, readGuide } from "@/lib/quickbooks/sync-views/guide-view";
import { PauseButton } from "../_components/connection-actions";
import { ComputerSteps } from "./_components/computer-steps";
import { ServiceSteps } from "./_components/service-steps";
import { stateOf } from "./_components/step-state";

export const metadata: Metadata = { title: "Connection guide" };

const SHORT: Record<GuideStep, string> = {
  download: "Connection file downloaded",
  add: "Web Connector calls",
  login: "Logged in",
  answer: "QuickBooks answers",
  recognised: "Company file recognised",
  pull: "Lists are here",
};

type GuidePageProps = { params: Promise<{ connectionId: string }> };

/** The connection guide: what to do at the QuickBooks computer; each step ticks itself as it is seen to happen. */
export default async function GuidePage({ params }: GuidePageProps) {
  const actor = await requireFollower();
  const { connectionId } = await params;
  const guide = await pageOf(() => readGuide(actor, { connectionId }));
  const origin = env().NEXTAUTH_URL ?? `https://${(await headers()).get("host") ?? ""}`;
  return (
    <>
      <PageHeader
        back={{ href: `/settings/connections/${connectionId}`, label: guide.name }}
        title={guide.done.pull ? `${guide.companyName ?? guide.name} is connected` : `Connect ${guide.name}`}
        description="At the computer that has QuickBooks. The steps tick themselves."
      />
      {guide.isPaused ? (
        <Alert
          tone="amber"
          className="mb-4"
          title="The connection is paused"
          action={
            may(actor, "connection.update") ? <PauseButton connectionId={connectionId} isPaused /> : undefined
          }
        >
          The Web Connector is told that there is nothing to do until it is resumed.
        </Alert>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <Stepper
          label="Seen so far"
          layout="column"
          className="sticky top-6 max-lg:hidden"
          steps={GUIDE_STEPS.map((step) => ({ id: step, title: SHORT[step], state: stateOf(guide, step) }))}
        />
        <ol aria-label="Connect the company file" className="flex min-w-0 flex-col gap-4">
          <ComputerSteps
            guide={guide}
            address={new URL("/api/qbwc", origin).toString()}
            mayMakePassword={may(actor, "connection.rotate-password")}
          />
          <ServiceSteps guide={guide} />
        </ol>
      </div>
    </>
  );
}
