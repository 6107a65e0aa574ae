import { children, type XmlNode } from "../qbxml/read-xml";
import type { Context, Handler } from "./context";
import { activeMatch, nameFilters, timeRange } from "./filters";
import type { Row } from "./iterator-state";
import { answerQuery, type Selection, wantedElements } from "./iterators";
import { entryFields } from "./lists";
import { fromCents } from "./money";
import { findByFullName, fullName } from "./references";
import { openBalances } from "./settlements";
import type { ListEntry, ListKind } from "./state";
import { writeRet } from "./write-ret";

/** Which records a query looks through; without types all of the list. */
interface Source {
  lists: ListKind[];
  types?: string[];
}

function named(
  context: Context,
  source: Source,
  request: XmlNode,
): { found: ListEntry[]; missing: string[] } {
  const found: ListEntry[] = [];
  const missing: string[] = [];
  const look = (wanted: string, find: (list: ListKind) => ListEntry | undefined) => {
    const entry = source.lists.map(find).find((one) => one && (source.types?.includes(one.type) ?? true));
    if (entry) found.push(entry);
    else missing.push(wanted);
  };
  for (const { text } of children(request, "ListID")) look(text, (list) => context.state.lists[list][text]);
  for (const { text } of children(request, "FullName")) {
    look(text, (list) => findByFullName(context.state, list, text));
  }
  return { found, missing };
}

function matching(context: Context, source: Source, request: XmlNode): ListEntry[] {
  const { state, switches } = context;
  const active = activeMatch(request);
  const name = nameFilters(request);
  const modified = timeRange(request, ["FromModifiedDate", "ToModifiedDate"], state.timeZone);
  const accountTypes = children(request, "AccountType").map((node) => node.text);
  const entries = source.lists
    .flatMap((list) => Object.values(state.lists[list]))
    .filter((entry) => source.types?.includes(entry.type) ?? true)
    .filter((entry) => active(entry.isActive) && modified(entry.timeModified))
    .filter((entry) => name(fullName(state, entry)))
    .filter((entry) => accountTypes.length === 0 || accountTypes.includes(String(entry.fields.AccountType)));
  // Nothing promises that parents come before their jobs.
  return switches.childrenFirst ? entries.reverse() : entries;
}

function balanceOf(entry: ListEntry, balances: Map<string, number>): string | undefined {
  if (entry.list === "Account") return String(entry.fields.Balance ?? "0.00");
  if (entry.list !== "Vendor" && entry.list !== "Customer") return undefined;
  return fromCents(balances.get(entry.listId) ?? 0);
}

function listQuery(source: Source): Handler {
  return (context, request) =>
    answerQuery(context, request, (): Selection => {
      const only = wantedElements(request);
      const balances = openBalances(context.state);
      const row =
        (entry: ListEntry): Row =>
        () =>
          writeRet(`${entry.type}Ret`, entryFields(context.state, entry, balanceOf(entry, balances)), only);
      if (children(request, "ListID").length + children(request, "FullName").length > 0) {
        const { found, missing } = named(context, source, request);
        return { rows: found.map(row), missing };
      }
      return { rows: matching(context, source, request).map(row) };
    });
}

/** The queries for list records. */
export const LIST_QUERIES: Record<string, Handler> = {
  AccountQuery: listQuery({ lists: ["Account"] }),
  VendorQuery: listQuery({ lists: ["Vendor"] }),
  CustomerQuery: listQuery({ lists: ["Customer"] }),
  // Employees and other names have no Ret here: they only take names away.
  EntityQuery: listQuery({ lists: ["Vendor", "Customer"] }),
  ClassQuery: listQuery({ lists: ["Class"] }),
  TermsQuery: listQuery({ lists: ["Terms"] }),
  StandardTermsQuery: listQuery({ lists: ["Terms"], types: ["StandardTerms"] }),
  DateDrivenTermsQuery: listQuery({ lists: ["Terms"], types: ["DateDrivenTerms"] }),
  ItemQuery: listQuery({ lists: ["Item"] }),
  ItemServiceQuery: listQuery({ lists: ["Item"], types: ["ItemService"] }),
  ItemNonInventoryQuery: listQuery({ lists: ["Item"], types: ["ItemNonInventory"] }),
  ItemOtherChargeQuery: listQuery({ lists: ["Item"], types: ["ItemOtherCharge"] }),
  ItemInventoryQuery: listQuery({ lists: ["Item"], types: ["ItemInventory"] }),
};
