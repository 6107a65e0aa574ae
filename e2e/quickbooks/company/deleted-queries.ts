import { child, children, type XmlNode } from "../qbxml/read-xml";
import { comparableTime } from "./clock";
import type { Context, Handler } from "./context";
import { timeRange } from "./filters";
import { answerQuery, type Selection, wantedElements } from "./iterators";
import { writeRet } from "./write-ret";

const KEPT_DAYS = 90;

/** Deletions of the named types within the range and the last 90 days, by type, the oldest first. */
function select<Row extends { timeDeleted: string }>(
  context: Context,
  request: XmlNode,
  element: string,
  all: Row[],
  typeOf: (row: Row) => string,
): Row[] {
  const { timeZone } = context.state;
  const names: [string, string] = ["FromDeletedDate", "ToDeletedDate"];
  const inRange = timeRange(child(request, "DeletedDateRangeFilter"), names, timeZone);
  const oldest = context.now().getTime() - KEPT_DAYS * 86_400_000;
  const kept = (row: Row) => comparableTime(row.timeDeleted, timeZone, "from") >= oldest;
  return children(request, element).flatMap(({ text }) =>
    all.filter((row) => typeOf(row) === text && kept(row) && inRange(row.timeDeleted)),
  );
}

/** The queries for what was deleted. */
export const DELETED_QUERIES: Record<string, Handler> = {
  ListDeletedQuery: (context, request) =>
    answerQuery(context, request, (): Selection => {
      const all = context.state.deletedLists;
      const rows = select(context, request, "ListDelType", all, (row) => row.listDelType);
      return {
        rows: rows.map((row) => () => {
          const fields = {
            ListDelType: row.listDelType,
            ListID: row.listId,
            TimeCreated: row.timeCreated,
            TimeDeleted: row.timeDeleted,
            FullName: row.fullName,
          };
          return writeRet("ListDeletedRet", fields, wantedElements(request));
        }),
      };
    }),
  TxnDeletedQuery: (context, request) =>
    answerQuery(context, request, (): Selection => {
      const all = context.state.deletedTxns;
      const rows = select(context, request, "TxnDelType", all, (row) => row.txnDelType);
      return {
        rows: rows.map((row) => () => {
          const fields = {
            TxnDelType: row.txnDelType,
            TxnID: row.txnId,
            TimeCreated: row.timeCreated,
            TimeDeleted: row.timeDeleted,
            RefNumber: row.refNumber,
          };
          return writeRet("TxnDeletedRet", fields, wantedElements(request));
        }),
      };
    }),
};
