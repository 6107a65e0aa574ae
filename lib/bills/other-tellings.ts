import type { EventName } from "@/lib/audit/record";
import { dollars, refused, type Tell } from "./telling";

type OtherEvent = Exclude<EventName, `bill.${string}`>;

/** What concerns no single bill: one sentence an event; an event without one does not compile. */
export const OTHER_TELLINGS: { [Name in OtherEvent]: Tell<Name> } = {
  "vendor.created": (who, { name }) => ({ sentence: `${who} entered the vendor ${name}` }),
  "vendor.linked": (_who, { name }) => ({ sentence: `The vendor ${name} is linked with QuickBooks` }),
  "organisation.created": (who, { name }) => ({ sentence: `${who} created ${name}` }),
  "organisation.changed": (who, { changes }) => ({ sentence: `${who} changed the settings`, changes }),
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
  "payment.recorded": (who, { vendor, amount }) => ({
    sentence: `${who} recorded a payment of ${dollars(amount)} to ${vendor}`,
  }),
  "payment.requeued": (who) => ({ sentence: `${who} put the payment back into the sync queue` }),
  "payment.linked": () => ({ sentence: "QuickBooks has the payment", tone: "green" }),
  "payment.refused": (_who, refusal) => refused("payment", refusal),
  "payment.removal-ordered": (who, { how, reason }) => ({
    sentence: `${who} ordered to ${how} the payment in QuickBooks`,
    tone: "amber",
    quote: reason,
  }),
  "payment.removal-withdrawn": (who, { how }) => ({
    sentence: `${who} took back the order to ${how} the payment in QuickBooks`,
  }),
  "payment.removed": (_who, { how }) => ({
    sentence: `The payment was ${how === "withdrawn" ? "taken back" : how === "void" ? "voided" : "deleted"}`,
    tone: "amber",
  }),
  "vendor.changed": (who, { name, changes }) => ({ sentence: `${who} changed the vendor ${name}`, changes }),
  "vendor.updated": (_who, { name }) => ({
    sentence: `The vendor ${name} was changed in QuickBooks as wished`,
  }),
  "vendor.change-overruled": (_who, { name, changes }) => ({
    sentence: `The vendor ${name} was changed in QuickBooks as well: its version stands, the change made here was dropped`,
    tone: "amber",
    changes,
  }),
  "item.created": (who, { name }) => ({ sentence: `${who} entered the item ${name}` }),
  "item.linked": (_who, { name }) => ({ sentence: `The item ${name} is linked with QuickBooks` }),
  "customer.created": (who, { name }) => ({ sentence: `${who} entered the customer:job ${name}` }),
  "customer.linked": (_who, { name }) => ({ sentence: `The customer:job ${name} is linked with QuickBooks` }),
  "entry.refused": (_who, refusal) => refused("record", refusal),
  "entry.queued": (who) => ({ sentence: `${who} put the record into the sync queue` }),
  "entry.renamed": (who, { from, to }) => ({ sentence: `${who} renamed ${from} to ${to}` }),
  "entry.merged": (_who, { from, into }) => ({ sentence: `${from} was merged into ${into} in QuickBooks` }),
  "connection.compared": (_who, { name, reason }) => ({
    sentence: `Everything is compared anew with the company file of ${name}`,
    quote: reason,
  }),
  "connection.upgraded": (_who, { name, from, to }) => ({
    sentence: `QuickBooks of ${name} was upgraded from ${from} to ${to}`,
  }),
};
