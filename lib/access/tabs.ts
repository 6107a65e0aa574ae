import type { Actor } from "./actor";
import { type Permission, roleMay } from "./permissions";

interface Tab {
  path: string;
  label: string;
  /** The right without which the page is refused anyway; left out where everybody may open it. */
  needs?: Permission;
}

/**
 * The pages of the navigation that can be hidden from somebody and chosen as their first one. Hiding is for
 * a quieter screen and no right: a hidden page still opens by its address, with what their rights allow.
 */
export const TABS: readonly Tab[] = [
  { path: "/inbox", label: "Inbox" },
  { path: "/approvals", label: "Approvals" },
  { path: "/payables", label: "Accounts Payable" },
  { path: "/archive", label: "Archive" },
  { path: "/payments", label: "Payments" },
  { path: "/vendors", label: "Vendors" },
  { path: "/sync", label: "Sync", needs: "run.read" },
  { path: "/settings/connections", label: "Connections", needs: "connection.read" },
  { path: "/settings/people", label: "People", needs: "member.list" },
  { path: "/settings/workflow", label: "Approval workflow", needs: "workflow.read" },
  { path: "/settings/approvals", label: "Approval settings", needs: "organisation.update" },
  { path: "/settings/absences", label: "Absences" },
  { path: "/settings/record", label: "Record", needs: "record.export" },
];

/** The tabs that these rights allow, hidden or not. */
export const allowedTabs = ({ roles }: Pick<Actor, "roles">): Tab[] =>
  TABS.filter(({ needs }) => !needs || roleMay(roles, needs));

/** Whether the navigation shows this page to somebody. What is no tab (help) is always shown. */
export function showsTab(actor: Actor, path: string): boolean {
  if (!actor.tabs || !TABS.some((tab) => tab.path === path)) return true;
  return actor.tabs.includes(path);
}
