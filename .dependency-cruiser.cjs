/**
 * The import table of ARCHITECTURE.md, checked on every run: imports go down only.
 * Each row names a room and the only rooms of this project it may import from.
 */
const rooms = {
  "^lib/core/": [],
  "^db/": ["^lib/core/"],
  "^lib/audit/": ["^db/", "^lib/core/"],
  "^lib/access/": ["^lib/audit/", "^db/", "^lib/core/"],
  "^lib/auth/": ["^lib/access/", "^lib/audit/", "^db/", "^lib/core/"],
  "^lib/approvals/": ["^lib/core/"],
  "^lib/quickbooks/qbxml/": ["^lib/core/"],
  "^lib/ledger/": ["^lib/queue/", "^lib/access/", "^lib/audit/", "^db/", "^lib/core/"],
  "^lib/queue/": ["^lib/access/", "^lib/audit/", "^db/", "^lib/core/"],
  "^lib/quickbooks/connections/": ["^lib/queue/", "^lib/access/", "^lib/audit/", "^db/", "^lib/core/"],
  "^lib/orgs/": ["^lib/approvals/", "^lib/access/", "^lib/audit/", "^db/", "^lib/core/"],
  "^lib/bills/": [
    "^lib/approvals/",
    "^lib/orgs/",
    "^lib/ledger/",
    "^lib/queue/",
    "^lib/access/",
    "^lib/audit/",
    "^db/",
    "^lib/core/",
  ],
  "^lib/payments/": [
    "^lib/bills/",
    "^lib/orgs/",
    "^lib/ledger/",
    "^lib/queue/",
    "^lib/access/",
    "^lib/audit/",
    "^db/",
    "^lib/core/",
  ],
  "^lib/quickbooks/operations/": [
    "^lib/quickbooks/qbxml/",
    "^lib/payments/",
    "^lib/bills/",
    "^lib/ledger/",
    "^lib/queue/",
    "^lib/access/",
    "^lib/audit/",
    "^db/",
    "^lib/core/",
  ],
  "^lib/quickbooks/run/": [
    "^lib/quickbooks/(operations|connections|qbxml)/",
    "^lib/queue/",
    "^lib/access/",
    "^lib/audit/",
    "^db/",
    "^lib/core/",
  ],
  "^lib/quickbooks/sync-views/": [
    "^lib/quickbooks/(operations|connections|qbxml)/",
    "^lib/queue/",
    "^lib/access/",
    "^lib/audit/",
    "^db/",
    "^lib/core/",
  ],
  "^lib/demo/": ["^lib/access/", "^lib/core/"],
  "^lib/quickbooks/soap/": ["^lib/quickbooks/run/", "^lib/core/"],
  "^lib/live/": ["^lib/access/", "^db/", "^lib/core/"],
};

const nameOf = (room) => room.replace(/^\^/, "");

module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "app-never-touches-the-database",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(db|e2e|scripts)/|^node_modules/(drizzle-orm|pg|@neondatabase)/" },
    },
    {
      name: "lib-never-imports-app",
      comment: "Tests alone hold the application against the simulated QuickBooks.",
      severity: "error",
      from: { path: "^(lib|db)/", pathNot: "^lib/testing/|\\.test\\.ts$" },
      to: { path: "^(app|e2e|scripts)/" },
    },
    {
      name: "soap-only-in-its-route",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/api/qbwc/" },
      to: { path: "^lib/quickbooks/(soap|run|operations|qbxml)/" },
    },
    {
      name: "testing-is-for-tests",
      severity: "error",
      from: { pathNot: "\\.test\\.tsx?$|^lib/testing/|^e2e/|^scripts/" },
      to: { path: "^lib/testing/" },
    },
    {
      name: "simulated-quickbooks-shares-no-code",
      comment: "An error in the app's qbXML must not hide itself in the program that checks it.",
      severity: "error",
      from: { path: "^e2e/quickbooks/" },
      to: { path: "^(lib|db|app)/" },
    },
    {
      name: "pure-rooms-have-no-input-or-output",
      severity: "error",
      from: { path: "^lib/(approvals|quickbooks/qbxml)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^node_modules/(drizzle-orm|pg|next|react)|^(node:)?(fs|net|http|https|child_process)$" },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `imports-go-down-only: ${nameOf(room)}`,
      severity: "error",
      from: { path: room, pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(app|lib|db|e2e|scripts)/", pathNot: [room, ...allowed].join("|") },
    })),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
