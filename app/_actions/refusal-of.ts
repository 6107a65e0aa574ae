import type { FormState } from "./form-state";

/** What an action that was not done says of it: what is wrong with its fields, or else the whole; undefined when it was done. */
export const refusalOf = ({
  ok,
  fields,
  error = "",
}: Pick<FormState, "ok" | "fields" | "error">): string | undefined =>
  ok ? undefined : Object.values(fields).flat().join(" ") || error;
