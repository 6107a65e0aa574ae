import type { Role } from "./roles";

const EVERYONE = ["admin", "accounting", "approver", "clerk", "viewer"] as const;
const ACCOUNTING = ["admin", "accounting"] as const;
const ENTRY = ["admin", "accounting", "clerk"] as const;
const VERDICT = ["admin", "accounting", "approver"] as const;

const RECORD = ["admin", "accounting", "viewer"] as const;

/**
 * The one table of who may attempt what. A command or a query is named by its row and cannot be
 * written without one. Whether this person may do it to this bill now is a rule, not a right: that
 * is lib/approvals/decide.ts and the state machine's business.
 */
export const PERMISSIONS = {
  "bill.list": EVERYONE,
  "bill.read": EVERYONE,
  "bill.save": ENTRY,
  "bill.submit": ENTRY,
  "bill.resubmit": ENTRY,
  "bill.approve": VERDICT,
  "bill.reject": VERDICT,
  "bill.unapprove": ACCOUNTING,
  "bill.add-approver": VERDICT,
  "bill.comment": EVERYONE,
  "bill.import": ENTRY,
  "document.read": EVERYONE,
  "document.add": ENTRY,
  "document.remove": ENTRY,
  "record.export": RECORD,
  "ledger.read": EVERYONE,
  "vendor.create": ENTRY,
  "vendor.change": ACCOUNTING,
  "item.create": ENTRY,
  "customer.create": ENTRY,
  "payment.read": EVERYONE,
  "payment.record": ACCOUNTING,
  "payment.remove": ACCOUNTING,
  "bill.remove": ACCOUNTING,
  "bill.add-again": ACCOUNTING,
  "bill.resolve-conflict": ACCOUNTING,
  "job.requeue": ACCOUNTING,
  "sync-error.read": ACCOUNTING,
  "run.read": ACCOUNTING,
  "connection.read": ACCOUNTING,
  "connection.create": ["admin"],
  "connection.update": ["admin"],
  "connection.rotate-password": ["admin"],
  "connection.delete": ["admin"],
  "connection.compare": ACCOUNTING,
  "workflow.read": ACCOUNTING,
  "workflow.change": ["admin"],
  "group.manage": ["admin"],
  "absence.read": EVERYONE,
  /** One's own. */
  "absence.change": EVERYONE,
  /** Anybody's. */
  "absence.manage": ["admin"],
  "profile.change": EVERYONE,
  "notification.read": EVERYONE,
  "people.read": EVERYONE,
  "member.list": ACCOUNTING,
  "member.manage": ["admin"],
  "organisation.read": EVERYONE,
  "organisation.update": ["admin"],
  "sync-status.read": EVERYONE,
  "live.follow": EVERYONE,
  "demo.control": ["admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether one of these roles has the right. */
export const roleMay = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role));
