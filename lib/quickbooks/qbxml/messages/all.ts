import type { Message } from "@/lib/quickbooks/qbxml/message";
import { accountQuery } from "@/lib/quickbooks/qbxml/messages/account-query";
import { billAdd } from "@/lib/quickbooks/qbxml/messages/bill-add";
import { billMod } from "@/lib/quickbooks/qbxml/messages/bill-mod";
import { billPaymentCheckQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-query";
import { billPaymentCreditCardQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-query";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { classQuery } from "@/lib/quickbooks/qbxml/messages/class-query";
import { companyQuery } from "@/lib/quickbooks/qbxml/messages/company-query";
import { customerQuery } from "@/lib/quickbooks/qbxml/messages/customer-query";
import { hostQuery } from "@/lib/quickbooks/qbxml/messages/host-query";
import { itemQuery } from "@/lib/quickbooks/qbxml/messages/item-query";
import { listDeletedQuery } from "@/lib/quickbooks/qbxml/messages/list-deleted-query";
import { preferencesQuery } from "@/lib/quickbooks/qbxml/messages/preferences-query";
import { termsQuery } from "@/lib/quickbooks/qbxml/messages/terms-query";
import { txnDeletedQuery } from "@/lib/quickbooks/qbxml/messages/txn-deleted-query";
import { vendorAdd } from "@/lib/quickbooks/qbxml/messages/vendor-add";
import { vendorCreditQuery } from "@/lib/quickbooks/qbxml/messages/vendor-credit-query";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";

/** Every message Countersign speaks. */
export const MESSAGES: readonly Message[] = [
  hostQuery,
  companyQuery,
  preferencesQuery,
  accountQuery,
  classQuery,
  customerQuery,
  itemQuery,
  termsQuery,
  vendorQuery,
  vendorAdd,
  billQuery,
  billAdd,
  billMod,
  billPaymentCheckQuery,
  billPaymentCreditCardQuery,
  vendorCreditQuery,
  listDeletedQuery,
  txnDeletedQuery,
];

const byResponse = new Map(MESSAGES.map((message) => [`${message.name}Rs`, message]));

/** The message whose reply has this name ("BillAddRs"), if Countersign speaks it. */
export const messageByResponse = (name: string): Message | undefined => byResponse.get(name);
