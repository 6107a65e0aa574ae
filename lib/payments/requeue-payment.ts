import { z } from "zod";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { requeue } from "@/lib/queue/queue";
import { lockPayment } from "./store";

/** The link button: a payment that left the queue after three refusals goes back with three more attempts. */
export const requeuePayment = command({
  name: "job.requeue",
  input: z.object({ paymentId: z.uuid() }),
  async run({ actor, tx, record }, { paymentId }) {
    const payment = await lockPayment(tx, actor.orgId, paymentId);
    if (!(await requeue(tx, actor.orgId, payment.id))) throw new AppError("conflict");
    await record("payment.requeued", payment.id, {});
  },
});
