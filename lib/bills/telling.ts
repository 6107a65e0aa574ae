import type { FieldChange } from "@/lib/audit/events";
import type { EventData, EventName } from "@/lib/audit/record";

/** What a reader's eye should make of it. */
export type EventTone = "neutral" | "blue" | "red" | "green" | "amber";

export type Telling = {
  /** A whole sentence without its full stop. */
  sentence: string;
  tone?: EventTone;
  /** Somebody's own words. */
  quote?: string | undefined;
  changes?: FieldChange[];
};
/** `currency`: the one that the event's amounts are in, by its name in QuickBooks; null is the company's own. */
export type Tell<Name extends EventName> = (
  who: string,
  data: EventData<Name>,
  currency: string | null,
) => Telling;

/** Words that several events share. No attempt at all: its answer was lost, and nobody knows what became of it. */
export const refused = (
  what: string,
  { code, message, attempt, removed }: EventData<"bill.refused">,
): Telling => ({
  sentence:
    attempt === 0
      ? `Nobody can find out whether QuickBooks has the ${what}; it left the sync queue`
      : `QuickBooks refused the ${what} (code ${code}), attempt ${attempt} of 3${removed ? "; it left the sync queue" : ""}`,
  tone: "red",
  quote: message,
});
