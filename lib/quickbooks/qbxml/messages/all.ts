import type { Message } from "@/lib/quickbooks/qbxml/message";
import { accountQuery } from "@/lib/quickbooks/qbxml/messages/account-query";
import { billAdd } from "@/lib/quickbooks/qbxml/messages/bill-add";
import { billMod } from "@/lib/quickbooks/qbxml/messages/bill-mod";
import { billPaymentCheckAdd } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-add";
import { billPaymentCheckQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-query";
import { billPaymentCreditCardAdd } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-add";
import { billPaymentCreditCardQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-query";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { classQuery } from "@/lib/quickbooks/qbxml/messages/class-query";
import { companyQuery } from "@/lib/quickbooks/qbxml/messages/company-query";
import { customerAdd } from "@/lib/quickbooks/qbxml/messages/customer-add";
import { customerQuery } from "@/lib/quickbooks/qbxml/messages/customer-query";
import { hostQuery } from "@/lib/quickbooks/qbxml/messages/host-query";
import { itemInventoryAdd } from "@/lib/quickbooks/qbxml/messages/item-inventory-add";
import { itemNonInventoryAdd } from "@/lib/quickbooks/qbxml/messages/item-non-inventory-add";
import { itemOtherChargeAdd } from "@/lib/quickbooks/qbxml/messages/item-other-charge-add";
import { itemQuery } from "@/lib/quickbooks/qbxml/messages/item-query";
import { itemServiceAdd } from "@/lib/quickbooks/qbxml/messages/item-service-add";
import { listDeletedQuery } from "@/lib/quickbooks/qbxml/messages/list-deleted-query";
import { preferencesQuery } from "@/lib/quickbooks/qbxml/messages/preferences-query";
import { termsQuery } from "@/lib/quickbooks/qbxml/messages/terms-query";
import { txnDel } from "@/lib/quickbooks/qbxml/messages/txn-del";
import { txnDeletedQuery } from "@/lib/quickbooks/qbxml/messages/txn-deleted-query";
import { txnVoid } from "@/lib/quickbooks/qbxml/messages/txn-void";
import { vendorAdd } from "@/lib/quickbooks/qbxml/messages/vendor-add";
import { vendorCreditQuery } from "@/lib/quickbooks/qbxml/messages/vendor-credit-query";
import { vendorMod } from "@/lib/quickbooks/qbxml/messages/vendor-mod";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";

/** Every message Countersign speaks. */
export const MESSAGES: readonly Message[] = [
  hostQuery,
  companyQuery,
  preferencesQuery,
  accountQuery,
  classQuery,
  customerQuery,
  customerAdd,
  itemQuery,
  itemServiceAdd,
  itemNonInventoryAdd,
  itemOtherChargeAdd,
  itemInventoryAdd,
  termsQuery,
  vendorQuery,
  vendorAdd,
  vendorMod,
  billQuery,
  billAdd,
  billMod,
  billPaymentCheckQuery,
  billPaymentCheckAdd,
  billPaymentCreditCardQuery,
  billPaymentCreditCardAdd,
  vendorCreditQuery,
  listDeletedQuery,
  txnDeletedQuery,
  txnVoid,
  txnDel,
];

const byResponse = new Map(MESSAGES.map((message) => [`${message.name}Rs`, message]));

/** The message whose reply has this name ("BillAddRs"), if Countersign speaks it. */
export const messageByResponse = (name: string): Message | undefined => byResponse.get(name);
