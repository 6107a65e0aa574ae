import {
  Archive,
  Banknote,
  CalendarOff,
  CircleHelp,
  CreditCard,
  FileCheck,
  Inbox,
  Plug,
  RefreshCw,
  SlidersHorizontal,
  Stamp,
  Store,
  Users,
  Workflow,
} from "lucide-react";
import { type Actor, may } from "@/lib/access/actor";
import { showsTab } from "@/lib/access/tabs";
import type { BillCounts } from "@/lib/bills/counts";
import type { NavItem } from "./nav-item";

export interface NavGroup {
  heading?: string;
  items: NavItem[];
}

/** The pages this person may open, with what waits in each. */
export function navGroups(actor: Actor, counts: BillCounts, openErrors: number): NavGroup[] {
  const bills: NavItem[] = [
    {
      href: "/inbox",
      label: "Inbox",
      icon: <Inbox aria-hidden="true" />,
      count: counts.inbox,
      counts: "drafts",
      key: "i",
    },
    {
      href: "/approvals",
      label: "Approvals",
      icon: <Stamp aria-hidden="true" />,
      key: "a",
      ...(counts.waitingForMe > 0
        ? { count: counts.waitingForMe, counts: "waiting for you", urgent: "ink" as const }
        : { count: counts.approvals, counts: "in approval" }),
    },
    {
      href: "/payables",
      label: "Accounts Payable",
      shortLabel: "Payable",
      icon: <Banknote aria-hidden="true" />,
      count: counts.payables,
      counts: "approved and not paid",
      key: "p",
    },
    {
      href: "/archive",
      label: "Archive",
      icon: <Archive aria-hidden="true" />,
      count: counts.archive,
      counts: "bills",
      key: "r",
    },
    { href: "/payments", label: "Payments", icon: <CreditCard aria-hidden="true" />, key: "y" },
    { href: "/vendors", label: "Vendors", icon: <Store aria-hidden="true" />, key: "v" },
  ];
  const quickBooks: NavItem[] = [
    ...(may(actor, "run.read")
      ? [
          {
            href: "/sync",
            label: "Sync",
            icon: <RefreshCw aria-hidden="true" />,
            key: "s",
            ...(openErrors > 0 ? { count: openErrors, counts: "open errors", urgent: "red" as const } : {}),
          },
        ]
      : []),
    ...(may(actor, "connection.read")
      ? [{ href: "/settings/connections", label: "Connections", icon: <Plug aria-hidden="true" />, key: "c" }]
      : []),
  ];
  const organisation: NavItem[] = [
    ...(may(actor, "member.list")
      ? [{ href: "/settings/people", label: "People", icon: <Users aria-hidden="true" />, key: "o" }]
      : []),
    ...(may(actor, "workflow.read")
      ? [
          {
            href: "/settings/workflow",
            label: "Approval workflow",
            icon: <Workflow aria-hidden="true" />,
            key: "w",
          },
        ]
      : []),
    ...(may(actor, "organisation.update")
      ? [
          {
            href: "/settings/approvals",
            label: "Approval settings",
            icon: <SlidersHorizontal aria-hidden="true" />,
            key: "t",
          },
        ]
      : []),
    { href: "/settings/absences", label: "Absences", icon: <CalendarOff aria-hidden="true" />, key: "b" },
    ...(may(actor, "record.export")
      ? [{ href: "/settings/record", label: "Record", icon: <FileCheck aria-hidden="true" />, key: "e" }]
      : []),
    { href: "/help/web-connector", label: "Help", icon: <CircleHelp aria-hidden="true" />, key: "h" },
  ];
  const groups = [
    { items: bills },
    { heading: "QuickBooks", items: quickBooks },
    { heading: "Organisation", items: organisation },
  ];
  return groups
    .map((group) => ({ ...group, items: group.items.filter(({ href }) => showsTab(actor, href)) }))
    .filter(({ items }) => items.length > 0);
}
