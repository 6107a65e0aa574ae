import { z } from "zod";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { requeue } from "@/lib/queue/queue";
import { lockBill } from "./store";

/** The link button: a bill that left the queue after three refusals goes back with three more attempts. */
export const requeueBill = command({
  name: "job.requeue",
  input: z.object({ billId: z.uuid() }),
  async run({ actor, tx, record }, { billId }) {
    const bill = await lockBill(tx, actor.orgId, billId);
    if (!(await requeue(tx, actor.orgId, bill.id))) throw new AppError("conflict");
    await record("bill.requeued", bill.id, {});
  },
});
