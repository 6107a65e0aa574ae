import type { FieldChange } from "@/lib/audit/events";
import type { Conflict } from "./write-operation";

/** A conflict of two versions of a bill, in the words of its sync error. */
export function conflictOf(changes: FieldChange[]): Conflict {
  const fields = changes.map(({ field, from, to }) => `${field}: ${from || "nothing"} → ${to || "nothing"}`);
  return {
    changes,
    message: `The bill was changed in QuickBooks since it was linked (${fields.join("; ")}). Open it and choose which version shall stand.`,
  };
}
