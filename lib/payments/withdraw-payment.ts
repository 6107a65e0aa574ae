import { z } from "zod";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { withdraw } from "@/lib/queue/queue";
import { lockPayment, movePayment, paidBillIds } from "./store";

/**
 * Takes back a payment that QuickBooks does not have: it leaves the queue, and what it would have paid is
 * open again. One that is being sent is let land ("conflict"); one that QuickBooks has is voided or deleted
 * there instead ("wrong-state").
 */
export const withdrawPayment = command({
  name: "payment.remove",
  input: z.object({ paymentId: z.uuid() }),
  async run({ actor, tx, now, record }, { paymentId }) {
    const payment = await lockPayment(tx, actor.orgId, paymentId);
    if (payment.state !== "waiting") {
      throw new AppError("wrong-state", { message: "This payment does not wait for QuickBooks any more." });
    }
    const { inFlight } = await withdraw(tx, payment.id);
    if (inFlight) {
      throw new AppError("conflict", {
        message: "The payment is being sent to QuickBooks just now. Look again after the run.",
      });
    }
    await movePayment(tx, payment, { state: "withdrawn" }, now);
    await record("payment.removed", payment.id, { how: "withdrawn" });
    for (const billId of await paidBillIds(tx, payment.id)) {
      await record("bill.payment-removed", billId, { paymentId: payment.id, how: "withdrawn" });
    }
  },
});
