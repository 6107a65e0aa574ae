import { query } from "@/lib/access/command";
import { checkBill } from "./bill-checks";
import { billInput } from "./bill-input";
import type { CheckResult } from "./check-result";
import { getCheckedDraft } from "./checked-bill";
import { assertConnection } from "./save-bill";
import { findSimilarBills, withoutHidden } from "./similar-bills";

/** What QuickBooks would refuse of a bill that is being entered, and what was entered before. Saves nothing. */
export const checkDraft = query({
  name: "bill.save",
  input: billInput,
  async run({ actor, db }, draft): Promise<CheckResult[]> {
    await assertConnection(db, actor.orgId, draft.connectionId);
    const [checked, [similar = []]] = await Promise.all([
      getCheckedDraft(db, draft),
      findSimilarBills(db, actor.orgId, [draft]),
    ]);
    return withoutHidden(db, actor, checkBill({ ...checked, similar }));
  },
});
