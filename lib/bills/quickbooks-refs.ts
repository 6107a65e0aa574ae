import type { QuickBooksBill, QuickBooksBillLine, QuickBooksRef } from "@/db/schema";
import type { ListName } from "@/lib/ledger/lists";
import type { Merge, ReferenceMove } from "@/lib/ledger/merge-store";

/** The lists whose entries a bill's header and lines name. */
const HEADER: readonly (readonly ["vendor" | "terms" | "apAccount", ListName])[] = [
  ["vendor", "vendor"],
  ["terms", "terms"],
  ["apAccount", "account"],
];
const LINE: readonly (readonly ["account" | "item" | "class" | "customer", ListName])[] = [
  ["account", "account"],
  ["item", "item"],
  ["class", "class"],
  ["customer", "customer"],
];

/** The entries that the later state names where the earlier one named others; lines by TxnLineID. */
export function movedReferences(before: QuickBooksBill, after: QuickBooksBill): ReferenceMove[] {
  const moves: ReferenceMove[] = [];
  const compare = (list: ListName, a: QuickBooksRef | undefined, b: QuickBooksRef | undefined) => {
    if (a && b && a.listId !== b.listId) moves.push({ list, from: a.listId, to: b.listId });
  };
  for (const [key, list] of HEADER) compare(list, before[key], after[key]);
  const lines = new Map(after.lines.map((line) => [line.txnLineId, line]));
  for (const line of before.lines) {
    const now = lines.get(line.txnLineId);
    for (const [key, list] of LINE) compare(list, line[key], now?.[key]);
  }
  return moves;
}

/** The bill with the survivors of merges in place of what was merged into them. */
export function withMerges(bill: QuickBooksBill, merges: Merge[]): QuickBooksBill {
  const survivor = (list: ListName, ref: QuickBooksRef | undefined): QuickBooksRef | undefined => {
    const merge = ref && merges.find((one) => one.list === list && one.from === ref.listId);
    return merge ? { listId: merge.to, name: merge.toName } : ref;
  };
  const mapped = <Key extends string>(
    value: Partial<Record<Key, QuickBooksRef>>,
    keys: readonly (readonly [Key, ListName])[],
  ): Partial<Record<Key, QuickBooksRef>> => {
    const result: Partial<Record<Key, QuickBooksRef>> = {};
    for (const [key, list] of keys) {
      const ref = survivor(list, value[key]);
      if (ref) result[key] = ref;
    }
    return result;
  };
  return {
    ...bill,
    ...mapped(bill, HEADER),
    lines: bill.lines.map((line): QuickBooksBillLine => ({ ...line, ...mapped(line, LINE) })),
  };
}
