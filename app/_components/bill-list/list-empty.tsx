import { Archive, CheckCheck, Inbox, SearchX, Stamp } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Link } from "@/app/_ui/link";
import type { Tab } from "@/lib/bills/bill-states";

type Why = "filtered" | "nothing-for-me" | "empty";

const TEXTS: Record<Tab, { icon: ReactNode; title: string; text: string }> = {
  inbox: {
    icon: <Inbox />,
    title: "No bills to finish",
    text: "Bills that are entered but not submitted wait here. Enter the next one with the button above, or press n.",
  },
  approvals: {
    icon: <Stamp />,
    title: "No bill is in approval",
    text: "A bill comes here when it is submitted, and stays until everybody the workflow asks has decided.",
  },
  payables: {
    icon: <CheckCheck />,
    title: "Nothing to pay",
    text: "Approved bills wait here until QuickBooks says that they are paid.",
  },
  archive: {
    icon: <Archive />,
    title: "The Archive is empty",
    text: "Paid, rejected, voided and deleted bills are kept here with their whole history.",
  },
};

/** In place of a list without rows: why, and what to do next. */
export function ListEmpty({ tab, why, href }: { tab: Tab; why: Why; href: string }) {
  if (why === "filtered") {
    return (
      <EmptyState
        icon={<SearchX />}
        title="No bill fits"
        action={
          <Button asChild>
            <Link href={href}>Show all</Link>
          </Button>
        }
      >
        Change the search or the filters, or look under another tab.
      </EmptyState>
    );
  }
  if (why === "nothing-for-me") {
    return (
      <EmptyState
        icon={<CheckCheck />}
        title="Nothing waits for you"
        action={
          <Button asChild>
            <Link href={href}>Show all in approval</Link>
          </Button>
        }
      >
        Bills that need your verdict appear here by themselves.
      </EmptyState>
    );
  }
  const { icon, title, text } = TEXTS[tab];
  return (
    <EmptyState icon={icon} title={title}>
      {text}
    </EmptyState>
  );
}
