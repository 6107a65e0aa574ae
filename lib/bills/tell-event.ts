import type { FieldChange } from "@/lib/audit/events";
import type { EventData, EventName } from "@/lib/audit/record";

/** An event as it was written down. */
export interface ToldEvent {
  seq: number;
  name: EventName;
  actorName: string;
  data: unknown;
  at: string;
}

/** What a reader's eye should make of it. */
export type EventTone = "neutral" | "blue" | "red" | "green" | "amber";

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

type Telling = { sentence: string; tone?: EventTone; quote?: string | undefined; changes?: FieldChange[] };
type Tell<Name extends EventName> = (who: string, data: EventData<Name>) => Telling;

const dollars = (amount: string) => `$${amount.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}`;

/** One sentence an event; an event without one does not compile. */
const TELLINGS: { [Name in EventName]: Tell<Name> } = {
  "bill.entered": (who, { vendor, amount }) => ({
    sentence: `${who} entered the bill${vendor ? ` from ${vendor}` : ""}, ${dollars(amount)}`,
  }),
  "bill.changed": (who, { changes, restartsApproval }) => ({
    sentence: `${who} changed the bill${restartsApproval ? "; the approval starts again" : ""}`,
    tone: restartsApproval ? "amber" : "neutral",
    changes,
  }),
  "bill.submitted": (who, { approvers, revision }) => ({
    sentence: `${who} submitted revision ${revision} to ${approvers.join(", ")}`,
  }),
  "bill.signed": (who, { step, revision, override, note }) => ({
    sentence: override
      ? `${who} approved revision ${revision}, overriding the workflow`
      : `${who} approved revision ${revision} in step ${step}`,
    tone: "blue",
    quote: note,
  }),
  "bill.approved": (_who, { revision }) => ({
    sentence: `The bill is approved, as revision ${revision}`,
    tone: "blue",
  }),
  "bill.rejected": (who, { note, revision }) => ({
    sentence: `${who} rejected revision ${revision}`,
    tone: "red",
    quote: note,
  }),
  "bill.unapproved": (who, { reason }) => ({
    sentence: `${who} took the approval back`,
    tone: "amber",
    quote: reason,
  }),
  "bill.queued": (_who, { operation }) => ({
    sentence:
      operation === "add"
        ? "The bill waits to be added to QuickBooks"
        : "The bill waits to be changed in QuickBooks",
  }),
  "bill.requeued": (who) => ({ sentence: `${who} put the bill back into the sync queue` }),
  "bill.withdrawn": () => ({ sentence: "The bill was taken out of the sync queue" }),
  "bill.refused": (_who, { message, attempt, removed, code }) => ({
    sentence: `QuickBooks refused the bill (code ${code}), attempt ${attempt} of 3${removed ? "; it left the sync queue" : ""}`,
    tone: "red",
    quote: message,
  }),
  "bill.linked": (_who, { found }) => ({
    sentence: found
      ? "The bill was found in QuickBooks and linked"
      : "The bill was added to QuickBooks and linked",
    tone: "blue",
  }),
  "bill.updated": () => ({ sentence: "The bill was changed in QuickBooks as approved", tone: "blue" }),
  "bill.changed-in-quickbooks": (_who, { changes }) => ({
    sentence: "The bill was changed in QuickBooks",
    tone: "amber",
    changes,
  }),
  "bill.paid": (_who, { payments }) => ({
    sentence: `The bill was paid in QuickBooks${
      payments.length > 0
        ? `: ${payments.map(({ amount, refNumber }) => dollars(amount) + (refNumber ? ` (${refNumber})` : "")).join(", ")}`
        : ""
    }`,
    tone: "green",
  }),
  "bill.reopened": (_who, { openAmount }) => ({
    sentence: `A payment was taken back in QuickBooks${openAmount ? `; ${dollars(openAmount)} is open` : ""}`,
    tone: "amber",
  }),
  "bill.voided": () => ({ sentence: "The bill was voided in QuickBooks", tone: "red" }),
  "bill.deleted-in-quickbooks": () => ({ sentence: "The bill was deleted in QuickBooks", tone: "red" }),
  "vendor.created": (who, { name }) => ({ sentence: `${who} entered the vendor ${name}` }),
  "vendor.linked": (_who, { name }) => ({ sentence: `The vendor ${name} is linked with QuickBooks` }),
  "organisation.created": (who, { name }) => ({ sentence: `${who} created ${name}` }),
  "member.added": (who, { name }) => ({ sentence: `${who} added ${name}` }),
  "member.changed": (who, { name, changes }) => ({
    sentence: `${who} changed the rights of ${name}`,
    changes,
  }),
  "member.deactivated": (who, { name }) => ({ sentence: `${who} deactivated ${name}`, tone: "amber" }),
  "member.reactivated": (who, { name }) => ({ sentence: `${who} reactivated ${name}` }),
  "member.password-reset": (who, { name }) => ({ sentence: `${who} gave ${name} a new password` }),
  "connection.created": (who, { name }) => ({ sentence: `${who} created the connection ${name}` }),
  "connection.changed": (who, { name }) => ({ sentence: `${who} changed the connection ${name}` }),
  "connection.second-computer": (_who, { name }) => ({
    sentence: `A second computer tried to use the connection ${name}`,
    tone: "red",
  }),
  "connection.foreign-file": (_who, { name, found }) => ({
    sentence: `The connection ${name} met another company file: ${found}`,
    tone: "red",
  }),
};

/** Puts one event into words. Names are those of the time; they do not change when somebody is renamed. */
export function tellEvent(event: ToldEvent): TimelineEntry {
  // The row was written with this name's own data; the table gives each name its own teller.
  const tell = TELLINGS[event.name] as (who: string, data: unknown) => Telling;
  const { sentence, tone = "neutral", quote = null, changes = [] } = tell(event.actorName, event.data);
  return { seq: event.seq, name: event.name, at: event.at, sentence, tone, quote, changes };
}
