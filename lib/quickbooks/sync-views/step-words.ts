import { PUSH, STEP_KINDS, stepLabel } from "@/lib/quickbooks/operations/registry";

/** What a step of a run is called. One that an older version of the app laid down may be called what nothing is called now. */
export const stepWords = (kind: string): string =>
  kind === PUSH || STEP_KINDS.includes(kind) ? stepLabel(kind) : kind;
