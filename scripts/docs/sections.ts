import { createRequire } from "node:module";
import { resolve } from "node:path";
import { BILL_STATES, TRANSITIONS } from "@/lib/bills/bill-states";
import { configurationTable } from "@/lib/core/configuration-table";
import { JOB_MOVES, JOB_STATES } from "@/lib/queue/states";
import { doorsTable } from "./doors-table";
import { importTable } from "./import-table";
import type { MarkedSection } from "./marked-section";
import { permissionMatrix } from "./permission-matrix";
import { runSteps } from "./run-steps";
import { stateDiagram } from "./state-diagram";

const LINTER = ".dependency-cruiser.cjs";

/** Every part of the pages that is written from the code. `npm run docs` writes them, a test finds the stale. */
export const SECTIONS: MarkedSection[] = [
  {
    name: "configuration",
    page: "README.md",
    source: "lib/core/env.ts",
    content: configurationTable,
  },
  {
    name: "imports",
    page: "ARCHITECTURE.md",
    source: LINTER,
    content: () => importTable(createRequire(import.meta.url)(resolve(LINTER)).forbidden),
  },
  {
    name: "bill states",
    page: "docs/approvals.md",
    source: "lib/bills/bill-states.ts",
    content: () => stateDiagram(TRANSITIONS, [BILL_STATES[0]]),
  },
  {
    name: "job states",
    page: "docs/sync.md",
    source: "lib/queue/states.ts",
    content: () => stateDiagram(JOB_MOVES, [JOB_STATES[0], JOB_STATES[1]]),
  },
  {
    name: "run steps",
    page: "docs/sync.md",
    source: "lib/quickbooks/operations/registry.ts",
    content: runSteps,
  },
  {
    name: "permissions",
    page: "docs/permissions.md",
    source: "lib/access/permissions.ts",
    content: permissionMatrix,
  },
  {
    name: "doors",
    page: "docs/permissions.md",
    source: "lib/access/doors.ts",
    content: doorsTable,
  },
];
