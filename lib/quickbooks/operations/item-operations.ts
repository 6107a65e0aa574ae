import { waitsForEntry } from "@/lib/ledger/enqueue-entries";
import { getItemsToSend, type ItemToSend, pathToSend } from "@/lib/ledger/entries-to-send";
import { BOUGHT_ITEM_TYPES } from "@/lib/ledger/item-types";
import { whyRefused } from "@/lib/ledger/named-entry";
import { suggestName } from "@/lib/ledger/suggest-name";
import type { Job } from "@/lib/queue/job-moves";
import { type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { itemInventoryAdd } from "@/lib/quickbooks/qbxml/messages/item-inventory-add";
import { itemNonInventoryAdd } from "@/lib/quickbooks/qbxml/messages/item-non-inventory-add";
import { itemOtherChargeAdd } from "@/lib/quickbooks/qbxml/messages/item-other-charge-add";
import { itemQuery } from "@/lib/quickbooks/qbxml/messages/item-query";
import { itemServiceAdd } from "@/lib/quickbooks/qbxml/messages/item-service-add";
import { absorbEntries, type EntryPayload, findOwn, markOf, NAME_TAKEN } from "./add-entry";
import { sendOrBlock } from "./send-or-block";
import { quickBooksText } from "./texts";
import type { Finding, Plan, Planner, WriteOperation } from "./write-operation";

const ref = (listId: string | null) => (listId ? { ListID: listId } : undefined);
const text = (value: string | null) => quickBooksText(value ?? "");

/** Bought only, with one account; or bought and sold, with an account for each. */
const trade = (item: ItemToSend) =>
  item.incomeAccountListId
    ? {
        SalesAndPurchase: {
          SalesDesc: text(item.salesDescription),
          SalesPrice: item.salesPrice ?? undefined,
          IncomeAccountRef: ref(item.incomeAccountListId),
          PurchaseDesc: text(item.description),
          PurchaseCost: item.cost ?? undefined,
          ExpenseAccountRef: ref(item.accountListId),
        },
      }
    : {
        SalesOrPurchase: {
          Desc: text(item.description),
          Price: item.cost ?? undefined,
          AccountRef: ref(item.accountListId),
        },
      };

function addRequest(item: ItemToSend, jobId: string, version: string): Request {
  const head = { Name: text(item.name) ?? "", ParentRef: ref(item.parent?.listId ?? null) };
  switch (item.itemType) {
    case "Service":
      return request(itemServiceAdd, jobId, {
        ...head,
        ...trade(item),
        ...markOf(itemServiceAdd, item.externalGuid, version),
      });
    case "NonInventory":
      return request(itemNonInventoryAdd, jobId, {
        ...head,
        ...trade(item),
        ...markOf(itemNonInventoryAdd, item.externalGuid, version),
      });
    case "OtherCharge":
      return request(itemOtherChargeAdd, jobId, {
        ...head,
        ...trade(item),
        ...markOf(itemOtherChargeAdd, item.externalGuid, version),
      });
    case "Inventory":
      return request(itemInventoryAdd, jobId, {
        ...head,
        SalesDesc: text(item.salesDescription),
        SalesPrice: item.salesPrice ?? undefined,
        IncomeAccountRef: ref(item.incomeAccountListId),
        PurchaseDesc: text(item.description),
        PurchaseCost: item.cost ?? undefined,
        COGSAccountRef: ref(item.accountListId),
        AssetAccountRef: ref(item.assetAccountListId),
        ...markOf(itemInventoryAdd, item.externalGuid, version),
      });
  }
}

function planItem(job: Job, item: ItemToSend | undefined, version: string): Plan {
  if (!item || item.listId || item.isDeleted) return { do: "drop", job };
  const { name, parent, externalGuid } = item;
  if (parent && !parent.listId) {
    return { do: "block", job, on: parent.id, reason: waitsForEntry("item", parent.fullName) };
  }
  const refused = whyRefused(item.named, "enter the item anew with another");
  if (refused) return { do: "block", job, on: null, reason: refused };
  const payload: EntryPayload = { entryId: item.id, name, fullName: pathToSend(item), externalGuid };
  return sendOrBlock({ job, version }, "item.add", addRequest(item, job.id, version), payload);
}

/** The Add of the item's own kind; a subitem waits for the item that it stands under. */
export const itemPlanner: Planner = {
  kind: "item",
  async plan(tx, context, jobs) {
    const items = await getItemsToSend(
      tx,
      jobs.map((job) => job.subjectId),
    );
    return jobs.map((job) => planItem(job, items.get(job.subjectId), context.version));
  },
};

const ITEM_RET = /^Item(.+)Ret$/;

/**
 * A new item. One that QuickBooks already has under that path is linked, of whatever kind it is, as long
 * as it can be bought on a bill line.
 */
export const itemAddOperation: WriteOperation<EntryPayload> = {
  name: "item.add",
  absorb: (tx, context, answers) => absorbEntries(tx, context, "item", answers),
  isWorthALook: (code) => code === NAME_TAKEN,
  lookUp: (jobId, payload) => [request(itemQuery, jobId, { FullName: [payload.fullName] })],
  async judge(_tx, _context, { payload, records, refusal }): Promise<Finding> {
    const own = findOwn(payload, records);
    if (!own) return refusal ? { outcome: "refused", ...refusal } : { outcome: "absent" };
    if (BOUGHT_ITEM_TYPES.includes(ITEM_RET.exec(own.name)?.[1] ?? "")) {
      return { outcome: "done", record: own.record, recordName: own.name };
    }
    const message =
      `QuickBooks has ${payload.fullName} as an item that cannot stand on a bill line (a discount, a group, a tax). ` +
      `Name the new item otherwise, for example “${suggestName("item", payload.name)}”.`;
    return { outcome: "refused", code: NAME_TAKEN, message };
  },
};
