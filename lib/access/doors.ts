import type { Permission } from "./permissions";

/**
 * Who opens a door: everybody, signed in or not; whoever is signed in; whoever has that right; or a
 * machine with a secret of its own (the Web Connector, the clock of the host).
 */
export type Door = "everybody" | "signed in" | Permission | "machine";

/**
 * Every page, by its address as app/ has it. What a page shows is asked for through queries, each behind
 * its own right: this says what a person must have to see the page at all.
 */
export const PAGES = {
  "/": "signed in",
  "/approvals": "bill.list",
  "/archive": "bill.list",
  "/bills/[id]": "bill.read",
  "/bills/[id]/edit": "bill.save",
  "/bills/[id]/revisions": "bill.read",
  "/bills/import": "bill.import",
  "/bills/new": "bill.save",
  "/help/sync-errors": "everybody",
  "/help/web-connector": "everybody",
  "/inbox": "bill.list",
  "/join/[token]": "everybody",
  "/new-password": "everybody",
  "/new-password/[token]": "everybody",
  "/notifications": "notification.read",
  "/payables": "bill.list",
  "/payments": "payment.read",
  "/payments/[id]": "payment.read",
  "/settings/absences": "absence.read",
  "/settings/approvals": "organisation.update",
  "/settings/connections": "connection.read",
  "/settings/connections/[connectionId]": "connection.read",
  "/settings/connections/[connectionId]/guide": "connection.read",
  "/settings/connections/[connectionId]/move": "connection.rotate-password",
  "/settings/connections/new": "connection.create",
  "/settings/people": "member.list",
  "/settings/profile": "profile.change",
  "/settings/record": "record.export",
  "/settings/workflow": "workflow.read",
  "/sign-in": "everybody",
  "/sync": "run.read",
  "/sync/runs/[runId]": "run.read",
  "/two-factor": "signed in",
  "/vendors": "ledger.read",
  "/vendors/[id]": "ledger.read",
  "/vendors/new-entries": "ledger.read",
  "/welcome": "everybody",
} as const satisfies Record<string, Door>;

/** Every route handler, by its method and its address. */
export const ROUTES = {
  "GET /api/auth/[...nextauth]": "everybody",
  "POST /api/auth/[...nextauth]": "everybody",
  "GET /api/documents/[id]": "document.read",
  "POST /api/documents": "document.add",
  "GET /api/live": "live.follow",
  "GET /api/live/version": "live.follow",
  "GET /api/lookup": "ledger.read",
  "GET /api/pdfjs/[...path]": "everybody",
  "GET /api/qbwc": "everybody",
  "POST /api/qbwc": "machine",
  "GET /api/qbwc/[connectionId]/file": "connection.read",
  "GET /api/record": "record.export",
  "GET /api/record/bills/[billId]": "record.export",
  "GET /api/runs/[runId]/download": "run.read",
  "GET /api/tick": "machine",
} as const satisfies Record<string, Door>;
