import type { Metadata } from "next";
import { type CodeRow, HRESULT_ROWS, STATUS_ROWS } from "@/lib/quickbooks/sync-views/code-tables";
import { Problems, Section, Seen } from "../_components/article";

export const metadata: Metadata = { title: "Sync errors" };

const problems = (rows: readonly CodeRow[]) =>
  rows.map(({ code, meaning, fix }) => ({ code, means: meaning, fix }));

export default function SyncErrorsHelp() {
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
      <Section id="codes" title="Codes of QuickBooks">
        <Problems rows={problems(STATUS_ROWS)} />
      </Section>
      <Section id="connection" title="Codes of the connection">
        <Problems rows={problems(HRESULT_ROWS)} />
      </Section>
    </article>
  );
}
