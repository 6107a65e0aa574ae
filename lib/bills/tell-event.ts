import type { FieldChange } from "@/lib/audit/events";
import type { EventName } from "@/lib/audit/record";
import { BILL_TELLINGS } from "./bill-tellings";
import { OTHER_TELLINGS } from "./other-tellings";
import type { EventTone, Telling } from "./telling";

const TELLINGS = { ...BILL_TELLINGS, ...OTHER_TELLINGS };

/** An event as it was written down. */
export interface ToldEvent {
  seq: number;
  name: EventName;
  actorName: string;
  data: unknown;
  at: string;
}

/** One line of a bill's history in plain words. */
export interface TimelineEntry {
  seq: number;
  name: EventName;
  tone: EventTone;
  /** A whole sentence without its full stop: "Ann approved step 1". */
  sentence: string;
  /** Somebody's own words: a note, a reason, QuickBooks' message. */
  quote: string | null;
  changes: FieldChange[];
  at: string;
}

/**
 * Puts one event into words. Names are those of the time; they do not change when somebody is renamed.
 * @param currency what the event's amounts are in, by its name in QuickBooks; null is the company's own
 */
export function tellEvent(event: ToldEvent, currency: string | null): TimelineEntry {
  // The row was written with this name's own data; the table gives each name its own teller.
  const tell = TELLINGS[event.name] as (who: string, data: unknown, currency: string | null) => Telling;
  const {
    sentence,
    tone = "neutral",
    quote = null,
    changes = [],
  } = tell(event.actorName, event.data, currency);
  return { seq: event.seq, name: event.name, at: event.at, sentence, tone, quote, changes };
}
