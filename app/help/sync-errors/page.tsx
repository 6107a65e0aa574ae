import type { Metadata } from "next";
import {
  HRESULT_ROWS,
  SITUATION_ROWS,
  STATUS_ROWS,
  TROUBLE_ROWS,
} from "@/lib/quickbooks/sync-views/code-tables";
import { Section, Seen } from "../_components/article";
import { type HelpSection, SearchableHelp } from "../_components/searchable-help";

export const metadata: Metadata = { title: "Sync errors" };

const SECTIONS: readonly HelpSection[] = [
  { id: "cases", title: "What can happen, and what to do", rows: SITUATION_ROWS },
  {
    id: "codes",
    title: "Codes of QuickBooks",
    about:
      "QuickBooks gives such a code to each record. Its own words stand beside it; they differ between releases.",
    rows: STATUS_ROWS,
  },
  {
    id: "connection",
    title: "Codes of the way to QuickBooks",
    about: "These are of the connection and no record's fault.",
    rows: HRESULT_ROWS,
  },
  { id: "found", title: "What Countersign itself finds", rows: TROUBLE_ROWS },
];

type SyncErrorsHelpProps = { searchParams: Promise<{ q?: string | string[] }> };

export default async function SyncErrorsHelp({ searchParams }: SyncErrorsHelpProps) {
  const { q } = await searchParams;
  return (
    <article>
      <h1 className="font-semibold text-3xl tracking-tight">Sync errors</h1>
      <p className="mt-2 text-base text-ink-muted">
        When QuickBooks refuses a bill, Countersign shows its own words and code at the top left of every
        page, to people with Accounting Access.
      </p>
      <Section id="attempts" title="What happens to a refused bill">
        <p>
          It goes again in the next run, three times in all. After the third refusal it leaves the sync queue:
          correct what QuickBooks names, then press the <Seen>link button</Seen> beside the invoice number,
          which puts it back with three more attempts. The error goes away by itself once QuickBooks takes the
          bill.
        </p>
        <p>
          A closed QuickBooks, an open dialog or a broken line costs no attempt. Countersign then asks
          QuickBooks what it has before it sends anything again, so that no bill is doubled.
        </p>
      </Section>
      <SearchableHelp
        sections={SECTIONS}
        label="Search a code or a word"
        query={typeof q === "string" ? q.slice(0, 100) : ""}
      />
    </article>
  );
}
