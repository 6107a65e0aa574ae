import { STEP_KINDS, stepLabel } from "@/lib/quickbooks/operations/registry";

/** The steps of a run, in order, as a Markdown list. */
export const runSteps = (): string =>
  STEP_KINDS.map((kind, index) => `${index + 1}. ${stepLabel(kind)} (\`${kind}\`)`).join("\n");
