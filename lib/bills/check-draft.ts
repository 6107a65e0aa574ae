import { and, eq, isNull } from "drizzle-orm";
import { connections } from "@/db/schema";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { checkBill } from "./bill-checks";
import { billInput } from "./bill-input";
import type { CheckResult } from "./check-result";
import { getCheckedDraft } from "./checked-bill";
import { findSimilarBills, withoutHidden } from "./similar-bills";

/** What QuickBooks would refuse of a bill that is being entered, and what was entered before. Saves nothing. */
export const checkDraft = query({
  name: "bill.save",
  input: billInput,
  async run({ actor, db }, draft): Promise<CheckResult[]> {
    const owned = await db
      .select({ id: connections.id })
      .from(connections)
      .where(
        and(
          eq(connections.id, draft.connectionId),
          eq(connections.orgId, actor.orgId),
          isNull(connections.deletedAt),
        ),
      );
    if (owned.length === 0) throw new AppError("not-found");
    const [checked, [similar = []]] = await Promise.all([
      getCheckedDraft(db, draft),
      findSimilarBills(db, actor.orgId, [draft]),
    ]);
    return withoutHidden(db, actor, checkBill({ ...checked, similar }));
  },
});
