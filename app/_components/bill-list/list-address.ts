import { BILL_SORTS, type BillSort, DEFAULT_SORTS } from "@/lib/bills/bill-list-views";
import type { Tab } from "@/lib/bills/bill-states";
import { SYNC_KINDS, type SyncKind } from "@/lib/bills/sync-status";

export type SearchParams = Record<string, string | string[] | undefined>;

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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address; what it says wrongly counts as not said, so that an old bookmark still opens. */
export function readListState(tab: Tab, params: SearchParams, mineByDefault: boolean): ListState {
  const one = (name: string) => [params[name]].flat()[0] ?? "";
  const sort = BILL_SORTS.find((name) => name === one("sort"));
  const page = Number(one("page"));
  return {
    q: one("q").slice(0, 100),
    sort: sort ?? DEFAULT_SORTS[tab].sort,
    dir: sort ? (one("dir") === "desc" ? "desc" : "asc") : DEFAULT_SORTS[tab].dir,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    mine: one("show") ? one("show") === "mine" : mineByDefault,
    connectionId: UUID.test(one("company")) ? one("company") : undefined,
    vendorId: UUID.test(one("vendor")) ? one("vendor") : undefined,
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
    const first = [value].flat()[0];
    if (first && name !== "page" && !(name in change)) query.set(name, first);
  }
  for (const [name, value] of Object.entries(change)) if (value !== null) query.set(name, String(value));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
