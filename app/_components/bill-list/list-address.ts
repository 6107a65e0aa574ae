import { one as oneOf, pageNumber, type SearchParams, uuidOf } from "@/app/_components/read-address";
import { BILL_SORTS, type BillSort, DEFAULT_SORTS } from "@/lib/bills/bill-list-views";
import type { Tab } from "@/lib/bills/bill-states";
import { SYNC_KINDS, type SyncKind } from "@/lib/bills/sync-status";

/** What a list shows, as its address says it. */
export interface ListState {
  q: string;
  sort: BillSort;
  dir: "asc" | "desc";
  page: number;
  mine: boolean;
  connectionId: string | undefined;
  vendorId: string | undefined;
  sync: SyncKind | undefined;
}

/** Reads the address; what it says wrongly counts as not said, so that an old bookmark still opens. */
export function readListState(tab: Tab, params: SearchParams, mineByDefault: boolean): ListState {
  const one = (name: string) => oneOf(params[name]);
  const sort = BILL_SORTS.find((name) => name === one("sort"));
  return {
    q: one("q").slice(0, 100),
    sort: sort ?? DEFAULT_SORTS[tab].sort,
    dir: sort ? (one("dir") === "desc" ? "desc" : "asc") : DEFAULT_SORTS[tab].dir,
    page: pageNumber(one("page")),
    mine: one("show") ? one("show") === "mine" : mineByDefault,
    connectionId: uuidOf(one("company")),
    vendorId: uuidOf(one("vendor")),
    sync: SYNC_KINDS.find((kind) => kind === one("sync")),
  };
}

/** The list's address with some of it changed; null takes a part out. Another page only where it is asked for. */
export function listHref(
  path: string,
  params: SearchParams,
  change: Record<string, string | number | null>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    const first = oneOf(value);
    if (first && name !== "page" && !(name in change)) query.set(name, first);
  }
  for (const [name, value] of Object.entries(change)) if (value !== null) query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
