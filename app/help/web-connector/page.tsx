import type { Metadata } from "next";
import { TextLink } from "@/app/_ui/text-link";
import { Section, Seen, Steps } from "../_components/article";
import { type HelpSection, SearchableHelp } from "../_components/searchable-help";
import { NO_CODE_ROWS } from "./no-code-problems";
import { PROBLEM_ROWS } from "./problems";

export const metadata: Metadata = { title: "Connecting QuickBooks" };

const PROBLEMS: readonly HelpSection[] = [
  { id: "problems", title: "When the Web Connector shows an error", rows: PROBLEM_ROWS },
  { id: "no-code", title: "When something goes wrong without a code", rows: NO_CODE_ROWS },
];

type WebConnectorHelpProps = { searchParams: Promise<{ q?: string | string[] }> };

export default async function WebConnectorHelp({ searchParams }: WebConnectorHelpProps) {
  const { q } = await searchParams;
  return (
    <article>
      <h1 className="font-semibold text-3xl tracking-tight">Connecting QuickBooks</h1>
      <p className="mt-2 text-base text-ink-muted">
        Countersign reaches QuickBooks Desktop through Intuit's Web Connector, a small program beside
        QuickBooks. It calls Countersign, fetches what is to be written, and brings back what changed. Nothing
        has to be opened in your firewall: every call goes from your computer outwards.
      </p>

      <Section id="before" title="Before you begin">
        <ul className="flex list-disc flex-col gap-1.5 pl-5 marker:text-ink-faint">
          <li>QuickBooks Desktop Pro, Premier or Enterprise, US edition.</li>
          <li>
            The QuickBooks Web Connector. Newer releases of QuickBooks bring it along: look in the Windows
            start menu. Otherwise download it from Intuit.
          </li>
          <li>The Admin login of the company file, for the first time only.</li>
          <li>About five minutes, with nobody else working in the company file.</li>
        </ul>
      </Section>

      <Section id="connect" title="Connect a company file">
        <Steps>
          <li>
            In Countersign, open <TextLink href="/settings/connections">Connections</TextLink>, add the
            company file and copy its password. Do this on the computer that has QuickBooks.
          </li>
          <li>
            In QuickBooks, open the company file as <Seen>Admin</Seen> and switch to{" "}
            <Seen>single-user mode</Seen> (File menu).
          </li>
          <li>
            Download the <Seen>.qwc file</Seen> and double-click it. The Web Connector asks whether to allow
            it: choose <Seen>OK</Seen>.
          </li>
          <li>
            QuickBooks asks whether Countersign may read and change the company file. Choose{" "}
            <Seen>Yes, always; allow access even if QuickBooks is not running</Seen>, pick the user to log in
            as, and confirm.
          </li>
          <li>
            In the Web Connector, paste the password in the <Seen>Password</Seen> column, press Enter and let
            it be saved.
          </li>
          <li>
            Tick the box at the left of the line and choose <Seen>Update Selected</Seen>. The first run reads
            your lists and open bills and may take some minutes.
          </li>
          <li>
            Tick <Seen>Auto-Run</Seen>, so that it goes on by itself as often as you chose. You may switch
            back to multi-user mode.
          </li>
        </Steps>
      </Section>

      <Section id="running" title="Keep it running">
        <ul className="flex list-disc flex-col gap-1.5 pl-5 marker:text-ink-faint">
          <li>
            The Web Connector is a program, not a Windows service. After a restart somebody has to log in and
            the Web Connector has to be open; it may be minimised.
          </li>
          <li>
            <Seen>One computer.</Seen> Connect a company file on one computer only. When a second one calls
            while a run is under way it is sent away, and Countersign shows an error.
          </li>
          <li>
            <Seen>Remote desktops and hosted QuickBooks.</Seen> Install the Web Connector there, where
            QuickBooks itself runs, in the session of the user who opens the company file. A session that is
            logged off ends the Web Connector; one that is only disconnected keeps it.
          </li>
          <li>
            Several company files: add a connection for each. The Web Connector works through its list one
            after another.
          </li>
          <li>
            A dialog that waits in QuickBooks holds up every run. Close it and the next run goes through.
          </li>
        </ul>
      </Section>

      <SearchableHelp
        sections={PROBLEMS}
        label="Search a code or a word"
        query={typeof q === "string" ? q.slice(0, 100) : ""}
      />
      <Section id="log" title="The log">
        <p>
          The Web Connector's log is <code className="font-mono text-sm">QWCLog.txt</code> in{" "}
          <code className="break-all font-mono text-sm">C:\ProgramData\Intuit\QBWebConnector\log</code>. At
          the level VERBOSE it holds passwords and bank data: look through it before you pass it on.
        </p>
        <p>
          What QuickBooks itself refuses is shown in Countersign, with what to do:{" "}
          <TextLink href="/help/sync-errors">sync errors</TextLink>.
        </p>
      </Section>
    </article>
  );
}
