import type { Metadata } from "next";
import { TextLink } from "@/app/_ui/text-link";
import { Section } from "../_components/article";
import { type HelpSection, SearchableHelp } from "../_components/searchable-help";
import { ConnectArticle } from "./_components/connect-article";
import { SyncingArticle } from "./_components/syncing-article";
import { NO_CODE_ROWS } from "./no-code-problems";
import { PROBLEM_ROWS } from "./problems";

export const metadata: Metadata = { title: "Syncing with QuickBooks" };

const PROBLEMS: readonly HelpSection[] = [
  { id: "problems", title: "When the Web Connector shows an error", rows: PROBLEM_ROWS },
  { id: "no-code", title: "When something goes wrong without a code", rows: NO_CODE_ROWS },
];

type WebConnectorHelpProps = { searchParams: Promise<{ q?: string | string[] }> };

export default async function WebConnectorHelp({ searchParams }: WebConnectorHelpProps) {
  const { q } = await searchParams;
  return (
    <article>
      <h1 className="font-semibold text-3xl tracking-tight">Syncing with QuickBooks</h1>
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

      <ConnectArticle />
      <SyncingArticle />

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
