import { eq } from "drizzle-orm";
import { z } from "zod";
import { billLinks } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { withdraw } from "@/lib/queue/queue";
import { assertNoGroup } from "./item-groups";
import { lockBill, moveBill } from "./store";

/**
 * Takes an approval back, with a reason: the bill is a draft again, in a new round. A job that was not
 * sent is withdrawn; one in flight is let land, and the next approval follows it with a BillMod.
 */
export const unapproveBill = command({
  name: "bill.unapprove",
  input: z.object({ billId: z.uuid(), reason: z.string().trim().min(1, "Say why.").max(2000) }),
  async run({ actor, tx, now, record }, { billId, reason }) {
    const bill = await lockBill(tx, actor.orgId, billId);
    if (bill.removal !== null) {
      throw new AppError("wrong-state", {
        message: `The bill shall be ${bill.removal.how === "void" ? "voided" : "deleted"} in QuickBooks. Take that order back first.`,
      });
    }
    const [link] = await tx
      .select({ current: billLinks.current })
      .from(billLinks)
      .where(eq(billLinks.billId, bill.id));
    assertNoGroup(link?.current);
    const moved = await moveBill(tx, bill, "unapprove", now);
    await record("bill.unapproved", bill.id, { reason, round: moved.round, wasLinked: link !== undefined });
    const { withdrawn } = await withdraw(tx, bill.id);
    if (withdrawn) await record("bill.withdrawn", bill.id, {});
  },
});
