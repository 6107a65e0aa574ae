import {
  address,
  addressBlock,
  amt,
  block,
  bool,
  date,
  float,
  guid,
  ref,
  sequence,
  str,
} from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { appliedToTxnRet } from "@/lib/quickbooks/qbxml/messages/applied-to-txn";
import {
  currencyRef,
  dataExtRet,
  includeRet,
  ownerId,
  txnIdentity,
} from "@/lib/quickbooks/qbxml/messages/shared-blocks";
import { txnFilters } from "@/lib/quickbooks/qbxml/messages/txn-filters";

export const billPaymentCheckRet = block({
  ...txnIdentity(),
  PayeeEntityRef: ref(209),
  APAccountRef: ref(159),
  TxnDate: date(),
  BankAccountRef: ref(159),
  Amount: amt(),
  CurrencyRef: currencyRef(),
  ExchangeRate: float().since(8),
  AmountInHomeCurrency: amt().since(8),
  RefNumber: str(11),
  Memo: str(4095),
  Address: address(),
  AddressBlock: addressBlock().since(6),
  IsToBePrinted: bool(),
  ExternalGUID: guid().since(9),
  AppliedToTxnRet: appliedToTxnRet(),
  DataExtRet: dataExtRet(),
});

/** The bills a check pays come only with IncludeLineItems. */
export const billPaymentCheckQuery = defineMessage({
  name: "BillPaymentCheckQuery",
  kind: "query",
  since: 2,
  attributes: ["metaData", "iterator"],
  request: sequence(txnFilters(), { IncludeLineItems: bool() }, includeRet(), ownerId()),
  records: {
    BillPaymentCheckRet: billPaymentCheckRet,
  },
});
