import type { EventName } from "@/lib/audit/record";
import { moneyText } from "@/lib/core/money-text";
import { refused, type Tell } from "./telling";

type OtherEvent = Exclude<EventName, `bill.${string}`>;

/** What concerns no single bill: one sentence an event; an event without one does not compile. */
export const OTHER_TELLINGS: { [Name in OtherEvent]: Tell<Name> } = {
  "vendor.created": (who, { name }) => ({ sentence: `${who} entered the vendor ${name}` }),
  "vendor.linked": (_who, { name }) => ({ sentence: `The vendor ${name} is linked with QuickBooks` }),
  "workflow.changed": (who, { changes }) => ({ sentence: `${who} changed the approval workflow`, changes }),
  "group.created": (who, { name, members }) => ({
    sentence: `${who} created the group ${name}: ${members.join(", ")}`,
  }),
  "group.changed": (who, { name, changes }) => ({ sentence: `${who} changed the group ${name}`, changes }),
  "group.deleted": (who, { name }) => ({ sentence: `${who} deleted the group ${name}`, tone: "amber" }),
  "absence.entered": (who, { name, standIn, firstDay, lastDay }) => ({
    sentence: `${who} entered that ${standIn} stands in for ${name} from ${firstDay} to ${lastDay}`,
  }),
  "absence.removed": (who, { name, firstDay, lastDay }) => ({
    sentence: `${who} removed the absence of ${name} from ${firstDay} to ${lastDay}`,
  }),
  "record.exported": (who, { format, what }) => ({
    sentence: `${who} took out the record of ${what} as ${format.toUpperCase()}`,
  }),
  "organisation.created": (who, { name }) => ({ sentence: `${who} created ${name}` }),
  "organisation.changed": (who, { changes }) => ({ sentence: `${who} changed the settings`, changes }),
  "member.added": (who, { name }) => ({ sentence: `${who} added ${name}` }),
  "member.changed": (who, { name, changes }) => ({
    sentence: changes.some(({ field }) => field === "Name")
      ? `${name} changed their name`
      : `${who} changed the rights of ${name}`,
    changes,
  }),
  "member.deactivated": (who, { name }) => ({ sentence: `${who} deactivated ${name}`, tone: "amber" }),
  "member.reactivated": (who, { name }) => ({ sentence: `${who} reactivated ${name}` }),
  "member.invited": (who, { name, email }) => ({ sentence: `${who} invited ${name} (${email})` }),
  "member.invitation-revoked": (who, { name }) => ({
    sentence: `${who} took the invitation of ${name} back`,
    tone: "amber",
  }),
  "member.joined": (_who, { name }) => ({ sentence: `${name} accepted the invitation` }),
  "member.password-changed": (_who, { name }) => ({ sentence: `${name} chose a new password` }),
  "member.two-factor": (who, { name, change }) => ({
    sentence: {
      on: `${name} turned two-factor sign-in on`,
      off: `${name} turned two-factor sign-in off`,
      reset: `${who} turned the two-factor sign-in of ${name} off`,
      "new-recovery-codes": `${name} made new recovery codes`,
    }[change],
    tone: change === "reset" || change === "off" ? "amber" : "neutral",
  }),
  "member.recovery-code-used": (_who, { name, left }) => ({
    sentence: `${name} signed in with a recovery code; ${left} are left`,
    tone: "amber",
  }),
  "member.sessions-ended": (who, { name, sessions }) => ({
    sentence: `${who} ended ${sessions === 1 ? "a session" : `${sessions} sessions`} of ${name}`,
  }),
  "member.password-reset": (who, { name }) => ({ sentence: `${who} gave ${name} a new password` }),
  "connection.created": (who, { name }) => ({ sentence: `${who} created the connection ${name}` }),
  "connection.changed": (who, { name, change }) => ({
    sentence: {
      paused: `${who} paused the connection ${name}`,
      resumed: `${who} resumed the connection ${name}`,
      frequency: `${who} changed how often the connection ${name} runs`,
      password: `${who} gave the connection ${name} a new password`,
      deleted: `${who} disconnected ${name}`,
      reconnected: `${who} connected ${name} again`,
      import: `${who} changed from which day bills of ${name} are taken over`,
      "payment-accounts": `${who} changed the accounts that ${name} is paid from`,
    }[change],
    tone: change === "deleted" || change === "password" ? "amber" : "neutral",
  }),
  "connection.silent": (_who, { name }) => ({
    sentence: `The Web Connector of ${name} has gone silent`,
    tone: "red",
  }),
  "connection.second-computer": (_who, { name }) => ({
    sentence: `A second computer tried to use the connection ${name}`,
    tone: "red",
  }),
  "connection.foreign-file": (_who, { name, found }) => ({
    sentence: `The connection ${name} met another company file: ${found}`,
    tone: "red",
  }),
  "payment.recorded": (who, { vendor, amount }, currency) => ({
    sentence: `${who} recorded a payment of ${moneyText(amount, currency)} to ${vendor}`,
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
    sentence:
      how === "missing"
        ? "The payment is not in QuickBooks any more, and nobody deleted it there"
        : `The payment was ${how === "withdrawn" ? "taken back" : how === "void" ? "voided" : "deleted"}`,
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
