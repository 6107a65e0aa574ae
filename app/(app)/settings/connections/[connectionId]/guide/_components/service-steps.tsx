import { RunProgress } from "@/app/_components/run-progress";
import { ConnectorWindow } from "@/app/_components/web-connector/connector-window";
import { Numbered } from "@/app/_components/web-connector/numbered";
import { TextLink } from "@/app/_ui/text-link";
import type { GuideView } from "@/lib/quickbooks/sync-views/guide-view";
import { GuideStep } from "./guide-step";
import { WatchedStep } from "./watched-step";

const version = ({ productName, qbxmlVersion }: GuideView): string | null =>
  [productName, qbxmlVersion ? `qbXML ${qbxmlVersion}` : null].filter(Boolean).join(", ") || null;

/** What happens by itself after Update Selected, and what to leave behind. */
export function ServiceSteps({ guide }: { guide: GuideView }) {
  const { done, run, companyName } = guide;
  return (
    <>
      <WatchedStep guide={guide} step="answer" number={5} title="QuickBooks answers" seen={version(guide)}>
        <p>
          The Web Connector opens QuickBooks, which says what release it is. Close every window in QuickBooks
          that waits for an answer, or it waits, too.
        </p>
      </WatchedStep>
      <WatchedStep
        guide={guide}
        step="recognised"
        number={6}
        title="The company file is recognised"
        seen={companyName}
      >
        <p>
          {guide.companyFilePath ? (
            <>
              <span className="break-all font-mono text-ink text-xs">{guide.companyFilePath}</span>.{" "}
            </>
          ) : null}
          Countersign notes which company file it is and will never write into another, whichever is open.
        </p>
      </WatchedStep>
      <WatchedStep
        guide={guide}
        step="pull"
        number={7}
        title="Your lists come over"
        seen="All lists are here"
      >
        <p>
          Accounts, terms, classes, customers and jobs, vendors and items. A large company file takes some
          minutes.
        </p>
        <RunProgress
          percent={run?.percent ?? (done.pull ? 100 : 0)}
          step={run ? (run.step ?? "Opening the company file") : done.pull ? "Finished" : "Not begun"}
        />
      </WatchedStep>
      <GuideStep
        id="finish"
        number={8}
        title="Leave it running"
        state={done.pull ? (run ? "current" : "done") : "upcoming"}
        problem={null}
        picture={<ConnectorWindow name={guide.name} minutes={guide.runEveryMinutes} shows="auto" />}
      >
        <p>
          <Numbered number={1} />
          Tick <strong className="font-medium text-ink">Auto-Run</strong> and minimise the Web Connector: it
          runs by itself as often as you chose. After the computer was restarted, somebody has to open it
          again.
        </p>
        <p>Switch QuickBooks back to multi-user mode if you work so.</p>
        {done.pull ? (
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <TextLink href="/bills/new">Enter the first bill</TextLink>
            <TextLink href={`/settings/connections/${guide.connectionId}`}>
              Settings of this connection
            </TextLink>
            <TextLink href="/help/web-connector">How syncing works</TextLink>
          </p>
        ) : null}
      </GuideStep>
    </>
  );
}
