import type { EventData, EventName } from "@/lib/audit/record";
import { moneyText } from "@/lib/core/money-text";
import { refused, type Tell } from "./telling";

type BillEvent = Extract<EventName, `bill.${string}`>;

const SEEN: Record<EventData<"bill.seen-in-quickbooks">["what"], string> = {
  paid: "The bill was paid in QuickBooks",
  reopened: "A payment of the bill was taken back in QuickBooks",
  voided: "The bill was voided in QuickBooks",
  deleted: "The bill was deleted in QuickBooks",
  missing: "The bill is not in the company file any more",
  reappeared: "The bill is in QuickBooks again",
};

/** What happens to a bill: one sentence an event; an event without one does not compile. */
export const BILL_TELLINGS: { [Name in BillEvent]: Tell<Name> } = {
  "bill.entered": (who, { vendor, amount, source }, currency) => ({
    sentence: `${who} entered the bill${vendor ? ` from ${vendor}` : ""}, ${moneyText(amount, currency)}${source ? `, read from ${source}` : ""}`,
  }),
  "bill.changed": (who, { changes, restartsApproval }) => ({
    sentence: `${who} changed the bill${restartsApproval ? "; the approval starts again" : ""}`,
    tone: restartsApproval ? "amber" : "neutral",
    changes,
  }),
  "bill.revised": (_who, { revision }) => ({
    sentence: `The approvals given so far count on, for revision ${revision}`,
  }),
  "bill.submitted": (who, { approvers, revision }) => ({
    sentence: `${who} submitted revision ${revision} to ${approvers.join(", ")}`,
  }),
  "bill.signed": (who, { step, revision, override, note, for: absent }) => ({
    sentence: override
      ? `${who} approved revision ${revision}, overriding the workflow`
      : `${who} approved revision ${revision} in step ${step}${absent ? `, for ${absent} who is away` : ""}`,
    tone: "blue",
    quote: note,
  }),
  "bill.rerouted": (_who, { cause, approvers }) => ({
    sentence: `The bill goes to ${approvers.join(", ")}: ${cause}`,
    tone: "amber",
  }),
  "bill.approver-added": (who, { name, note }) => ({
    sentence: `${who} asked ${name} to approve the bill as well`,
    quote: note,
  }),
  "bill.commented": (who, { text, mentions }) => ({
    sentence:
      mentions.length > 0 ? `${who} asked ${mentions.map(({ name }) => name).join(", ")}` : `${who} said`,
    quote: text,
  }),
  "bill.document-added": (who, { name }) => ({ sentence: `${who} added the document ${name}` }),
  "bill.document-removed": (who, { name }) => ({
    sentence: `${who} took the document ${name} off the bill`,
    tone: "amber",
  }),
  "bill.approved": (_who, { revision }) => ({
    sentence: `The bill is approved, as revision ${revision}`,
    tone: "blue",
  }),
  "bill.rejected": (who, { note, revision, override, for: absent }) => ({
    sentence: `${who} rejected revision ${revision}${override ? ", overriding the workflow" : absent ? `, for ${absent} who is away` : ""}`,
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
  "bill.withdrawn": (_who, { disconnected }) => ({
    sentence: `The bill was taken out of the sync queue${disconnected ? `: ${disconnected} was disconnected` : ""}`,
  }),
  "bill.refused": (_who, refusal) => refused("bill", refusal),
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
  "bill.paid": (_who, { payments }, currency) => ({
    sentence: `The bill was paid in QuickBooks${
      payments.length > 0
        ? `: ${payments.map(({ amount, refNumber }) => moneyText(amount, currency) + (refNumber ? ` (${refNumber})` : "")).join(", ")}`
        : ""
    }`,
    tone: "green",
  }),
  "bill.reopened": (_who, { openAmount }, currency) => ({
    sentence: `A payment was taken back in QuickBooks${openAmount ? `; ${moneyText(openAmount, currency)} is open` : ""}`,
    tone: "amber",
  }),
  "bill.voided": () => ({ sentence: "The bill was voided in QuickBooks", tone: "red" }),
  "bill.deleted-in-quickbooks": () => ({ sentence: "The bill was deleted in QuickBooks", tone: "red" }),
  "bill.missing-in-quickbooks": () => ({
    sentence: "The bill is not in the company file any more; a backup may have been restored",
    tone: "red",
  }),
  "bill.reappeared": () => ({ sentence: "The bill is in QuickBooks again", tone: "amber" }),
  "bill.imported": (_who, { amount, vendor }, currency) => ({
    sentence: `The bill was entered in QuickBooks${vendor ? ` from ${vendor}` : ""}, ${moneyText(amount, currency)}, and taken over from there`,
  }),
  "bill.merged": (_who, { changes }) => ({
    sentence: "Records that the bill names were merged in QuickBooks",
    changes,
  }),
  "bill.removal-ordered": (who, { how, reason }) => ({
    sentence: `${who} ordered to ${how} the bill in QuickBooks`,
    tone: "amber",
    quote: reason,
  }),
  "bill.removal-withdrawn": (who, { how }) => ({
    sentence: `${who} took back the order to ${how} the bill in QuickBooks`,
  }),
  "bill.added-again": (who, { byApproval }) => ({
    sentence: byApproval
      ? "The bill, which was deleted in QuickBooks, is added there again"
      : `${who} had the bill added to QuickBooks again`,
    tone: "amber",
  }),
  "bill.seen-in-quickbooks": (_who, { what }) => ({
    sentence: `${SEEN[what]}; it is not approved here`,
    tone: "amber",
  }),
  "bill.conflict": (_who, { changes }) => ({
    sentence: "The bill was changed in QuickBooks as well; somebody must choose between the two versions",
    tone: "red",
    changes,
  }),
  "bill.conflict-resolved": (who, { kept }) => ({
    sentence:
      kept === "approved"
        ? `${who} chose the approved version over QuickBooks'`
        : `${who} let QuickBooks' version stand`,
    tone: "amber",
  }),
  "bill.payment-recorded": (who, { amount, date, refNumber }, currency) => ({
    sentence: `${who} recorded a payment of ${moneyText(amount, currency)} dated ${date}${refNumber ? ` (${refNumber})` : ""}`,
  }),
  "bill.payment-removed": (who, { how }) => ({
    sentence:
      how === "missing"
        ? "A payment of this bill is not in QuickBooks any more, and nobody deleted it there"
        : `${who} ${how === "withdrawn" ? "took back" : how === "void" ? "voided" : "deleted"} a payment of this bill`,
    tone: "amber",
  }),
};
