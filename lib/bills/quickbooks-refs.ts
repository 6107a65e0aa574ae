import type { QuickBooksBill, QuickBooksBillLine, QuickBooksRef } from "@/db/schema";
import type { ListName } from "@/lib/ledger/lists";
import type { Merge, Reference } from "@/lib/ledger/merge-store";

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

/** What the earlier state names, and what the later one names in its place; lines by TxnLineID. */
export function followReferences(before: QuickBooksBill, after: QuickBooksBill): Reference[] {
  const references: Reference[] = [];
  const compare = (list: ListName, a: QuickBooksRef | undefined, b: QuickBooksRef | undefined) => {
    if (a) references.push({ list, from: a.listId, to: b?.listId ?? null });
  };
  for (const [key, list] of HEADER) compare(list, before[key], after[key]);
  const lines = new Map(after.lines.map((line) => [line.txnLineId, line]));
  for (const line of before.lines) {
    const now = lines.get(line.txnLineId);
    for (const [key, list] of LINE) compare(list, line[key], now?.[key]);
  }
  return references;
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
