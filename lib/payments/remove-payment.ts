import { z } from "zod";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { enqueue, withdraw } from "@/lib/queue/queue";
import { getClosingDate, lockPayment, movePayment } from "./store";

/**
 * Orders that a payment be voided or deleted in QuickBooks, with a reason. It is gone, and its bills are open
 * again, once QuickBooks says so. Only payments recorded here; those made there are taken back there.
 */
export const removePayment = command({
  name: "payment.remove",
  input: z.object({
    paymentId: z.uuid(),
    how: z.enum(["void", "delete"]),
    reason: z.string().trim().min(1, "Say why.").max(2000),
  }),
  async run({ actor, tx, now, record }, { paymentId, how, reason }) {
    const payment = await lockPayment(tx, actor.orgId, paymentId);
    if (payment.state !== "recorded" || payment.enteredBy === null || payment.removal !== null) {
      throw new AppError("wrong-state", { message: "This payment cannot be voided or deleted from here." });
    }
    if (payment.txnId === null) {
      throw new AppError("wrong-state", {
        message:
          "A payment made of credits alone leaves no transaction in QuickBooks. Take the credit off the bill there.",
      });
    }
    const closingDate = await getClosingDate(tx, payment.connectionId);
    if (closingDate && payment.date <= closingDate) {
      throw new AppError("invalid", {
        message: `The books are closed up to ${closingDate}, and the payment is dated ${payment.date}.`,
      });
    }
    await movePayment(tx, payment, { removal: { how, reason, by: actor.name } }, now);
    await enqueue(tx, {
      ...{ orgId: actor.orgId, connectionId: payment.connectionId, kind: "removal", subjectId: payment.id },
    });
    await record("payment.removal-ordered", payment.id, { how, reason });
  },
});

/** Takes the order back while QuickBooks has not been asked: the payment stands. */
export const keepPayment = command({
  name: "payment.remove",
  input: z.object({ paymentId: z.uuid() }),
  async run({ actor, tx, now, record }, { paymentId }) {
    const payment = await lockPayment(tx, actor.orgId, paymentId);
    if (payment.state !== "recorded" || payment.removal === null) {
      throw new AppError("wrong-state", { message: "Nothing is ordered for this payment." });
    }
    const { inFlight } = await withdraw(tx, payment.id);
    if (inFlight) {
      throw new AppError("conflict", {
        message: "QuickBooks is being asked just now. Look again after the run.",
      });
    }
    const { how } = payment.removal;
    await movePayment(tx, payment, { removal: null }, now);
    await record("payment.removal-withdrawn", payment.id, { how });
  },
});
