import { CheckCheck, Link } from "lucide-react";
import type { ReactNode } from "react";
import { TextLink } from "@/app/_ui/text-link";
import { Section, Seen } from "../../_components/article";

const Sign = ({ children }: { children: ReactNode }) => (
  <span aria-hidden="true" className="mr-1.5 inline-block align-text-bottom text-accent-ink [&_svg]:size-4">
    {children}
  </span>
);

/** What goes to QuickBooks and what comes back, and how a bill is changed that is there already. */
export function SyncingArticle() {
  return (
    <>
      <Section id="bills" title="Bills on their way to QuickBooks">
        <p>
          A bill joins the sync queue when everybody whom the approval workflow asks has approved it. It then
          stands under Accounts Payable, with a sign beside its invoice number:
        </p>
        <ul className="flex flex-col gap-1.5">
          <li>
            <Sign>
              <Link />
            </Sign>
            A <Seen>blue link</Seen>: it waits for the next run.
          </li>
          <li>
            <Sign>
              <CheckCheck />
            </Sign>
            A <Seen>blue double check</Seen>: QuickBooks has it, and the two are linked.
          </li>
        </ul>
        <p>
          QuickBooks is asked up to <Seen>three times</Seen>, once a run. Each refusal makes a sync error at
          the top left: QuickBooks' own words, what they mean and how to put it right. After the third the
          bill leaves the queue. The <Seen>blue link button</Seen> that then stands beside the number puts it
          back, with three more attempts. A closed QuickBooks or a lost connection costs no attempt.{" "}
          <TextLink href="/help/sync-errors">The usual sync errors and what helps</TextLink>
        </p>
      </Section>

      <Section id="two-way" title="Both ways">
        <ul className="flex list-disc flex-col gap-1.5 pl-5 marker:text-ink-faint">
          <li>
            <Seen>To QuickBooks:</Seen> items, customers and jobs, vendors, bills and payments that are
            entered here.
          </li>
          <li>
            <Seen>From QuickBooks:</Seen> what is new or changed in the chart of accounts, items, customers
            and jobs, vendors, classes and terms, in linked bills, payments and vendor credits; and what was
            deleted there.
          </li>
          <li>
            <Seen>Paid in QuickBooks:</Seen> a bill that has no open balance there any more moves to the
            Archive, with the payments that paid it.
          </li>
          <li>
            <Seen>QuickBooks is right about the books.</Seen> Who approved what stays as it was: a bill that
            is changed in QuickBooks shows what was approved beside what QuickBooks has now, and nothing is
            written over.
          </li>
          <li>
            <Seen>Bills entered in QuickBooks</Seen> come over where an Admin has switched that on, and are
            marked so.
          </li>
        </ul>
        <p>
          Do you wait for something from QuickBooks? Run the Web Connector. Open pages follow by themselves;
          where a page was asleep for long, load it again.
        </p>
      </Section>

      <Section id="changes" title="Change a bill that QuickBooks has">
        <p>
          Open the bill and choose <Seen>Un-approve</Seen>, say why, make the changes and have it approved
          again. It then waits once more, and the next run updates the same bill in QuickBooks. Admins and
          people with Accounting Access can do this; whoever signed before stays in the history.
        </p>
      </Section>

      <Section id="leaving" title="Pause, move, disconnect">
        <ul className="flex list-disc flex-col gap-1.5 pl-5 marker:text-ink-faint">
          <li>
            <Seen>Pause:</Seen> the Web Connector is told that there is nothing to do. Everything waits.
          </li>
          <li>
            <Seen>New password:</Seen> the old one stops at once; paste the new one into the Web Connector.
          </li>
          <li>
            <Seen>Move it:</Seen> a new password, the line removed on the old computer, the same .qwc file on
            the new one.
          </li>
          <li>
            <Seen>Disconnect:</Seen> what was not sent leaves the queue; bills stay approved and say so. An
            Admin can connect the company file again: every bill is known again, and what waited then waits
            again.
          </li>
        </ul>
      </Section>
    </>
  );
}
