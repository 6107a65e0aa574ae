import type { Tx } from "@/db/client";
import { type EventName, QUICKBOOKS, record } from "@/lib/audit/record";
import { takenByOther } from "@/lib/ledger/entry-names";
import { linkEntries } from "@/lib/ledger/entry-store";
import { upsertList } from "@/lib/ledger/list-store";
import type { EnteredList } from "@/lib/ledger/lists";
import { supportsField } from "@/lib/quickbooks/qbxml/check";
import type { Message } from "@/lib/quickbooks/qbxml/message";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import { listRecord } from "./list-records";
import type { Answer, Finding, Look, RunContext } from "./write-operation";

/** QuickBooks: a record of this name exists, of this list or of one that shares its names. */
export const NAME_TAKEN = "3100";

/** What is kept of the Add of a list entry until it is settled. */
export interface EntryPayload {
  entryId: string;
  /** Without the names above it. */
  name: string;
  fullName: string;
  externalGuid: string | null;
}

const LINKED = {
  vendor: "vendor.linked",
  item: "item.linked",
  customer: "customer.linked",
} as const satisfies Record<EnteredList, EventName>;

/** Our own mark, where this version of QuickBooks keeps it. */
export const markOf = (message: Message, externalGuid: string | null, version: string) =>
  externalGuid && supportsField(message, "ExternalGUID", version) ? { ExternalGUID: externalGuid } : {};

/** The Ret of a record, in the form in which judge reads it and absorb takes it. */
export interface EntryRet {
  ListID?: string;
  EditSequence?: string;
  Name?: string;
  FullName?: string;
  IsActive?: boolean;
  ExternalGUID?: string;
}

const pathOf = (ret: EntryRet): string => (ret.FullName ?? ret.Name ?? "").toLowerCase();

/** The record that is ours: by our mark, else by its path, whatever its case. */
export function findOwn(payload: EntryPayload, records: ReadRecord[]): ReadRecord | undefined {
  const mark = payload.externalGuid?.toLowerCase();
  const marked = records.find(({ record: ret }) => (ret as EntryRet).ExternalGUID?.toLowerCase() === mark);
  return (mark ? marked : undefined) ?? findPath(payload.fullName, records);
}

/** The record of this path, whatever its case. */
const findPath = (fullName: string, records: ReadRecord[]): ReadRecord | undefined =>
  records.find(({ record: ret }) => pathOf(ret as EntryRet) === fullName.toLowerCase());

/** Whether the entry stands under no other: there vendors and customers share their names. */
export const isTop = (payload: EntryPayload): boolean => payload.fullName === payload.name;

const SHARED = {
  vendor: { own: "VendorRet", other: "CustomerRet", owner: "a customer's name" },
  customer: { own: "CustomerRet", other: "VendorRet", owner: "a vendor's name" },
} as const;

/**
 * What a look-up shows of a new vendor or customer: one that QuickBooks has under that path already is
 * linked; a name that is taken by a record of another kind is refused in words.
 */
export function judgeSharedName(
  list: keyof typeof SHARED,
  { payload, records, refusal }: Look<EntryPayload>,
): Finding {
  const names = SHARED[list];
  const ofKind = (kind: string) => records.filter(({ name }) => name === kind);
  const own = findOwn(payload, ofKind(names.own));
  if (own) return { outcome: "done", record: own.record, recordName: own.name };
  if (refusal?.code !== NAME_TAKEN || !isTop(payload)) {
    return refusal ? { outcome: "refused", ...refusal } : { outcome: "absent" };
  }
  const isOthers = findPath(payload.name, ofKind(names.other)) !== undefined;
  const owner = isOthers ? names.owner : "the name of an employee or of another record";
  return { outcome: "refused", code: NAME_TAKEN, message: takenByOther(list, payload.name, owner) };
}

/** Links entries that QuickBooks saved, or was found to have, and takes in what it says of them. */
export async function absorbEntries(
  tx: Tx,
  { connectionId, now }: RunContext,
  list: EnteredList,
  answers: Answer<EntryPayload>[],
): Promise<void> {
  const linked = answers.flatMap((answer) => {
    const ret = answer.record as EntryRet | undefined;
    const listId = ret?.ListID ?? answer.identity?.listId;
    if (!listId) return [];
    const editSequence = ret?.EditSequence ?? answer.identity?.editSequence ?? "";
    const read = ret && { name: answer.recordName ?? "", record: ret as ReadRecord["record"] };
    return [{ answer, ret, read, link: { entryId: answer.payload.entryId, listId, editSequence } }];
  });
  await linkEntries(
    tx,
    list,
    connectionId,
    linked.map(({ link }) => link),
  );
  await upsertList(
    tx,
    list,
    connectionId,
    linked.flatMap(({ read }) => (read ? (listRecord(read) ?? []) : [])),
  );
  await record(
    tx,
    linked.map(({ answer, ret, link }) => ({
      orgId: answer.job.orgId,
      subject: link.entryId,
      ...QUICKBOOKS,
      name: LINKED[list],
      data: {
        name: ret?.FullName ?? ret?.Name ?? answer.payload.fullName,
        listId: link.listId,
        found: answer.found,
      },
      at: now,
    })),
  );
}
