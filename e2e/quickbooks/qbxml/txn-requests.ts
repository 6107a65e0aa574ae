/** What QuickBooks accepts in the requests that write transactions; see list-requests.ts. */
const BILLABLE = "BillableStatus:enum(Billable|NotBillable|HasBeenBilled)";
const RET = "IncludeRetElement*^4:str(50)";
const EXPENSE = `AccountRef:ref(159) Amount:amt Memo:str(4095) CustomerRef:ref(209) ClassRef:ref(159)
  ${BILLABLE} SalesRepRef^13:ref(5)`;
const ITEM_HEAD = `ItemRef:ref InventorySiteRef^10:ref(31) InventorySiteLocationRef^12:ref(31)
  < SerialNumber:str(4095) | LotNumber:str(40) > Desc:str(4095) Quantity:quan UnitOfMeasure^7:str(31)`;
const ITEM_TAIL = `Cost:price Amount:amt CustomerRef:ref(209) ClassRef:ref(159) ${BILLABLE}
  OverrideItemAccountRef:ref(159)`;
const GROUP_ADD = `ItemGroupLineAdd!{ ItemGroupRef!:ref(31) Quantity:quan UnitOfMeasure^7:str(31)
  InventorySiteRef^10:ref(31) InventorySiteLocationRef^12:ref(31) DataExt*^13:DataExt }`;
const ITEM_MOD = `TxnLineID!:id ${ITEM_HEAD} OverrideUOMSetRef^7:ref(31) ${ITEM_TAIL} SalesRepRef^13:ref(5)`;

/** `linkToOrder`: a bill's item line can name a purchase order's line, a credit's cannot. */
const linesAdd = (linkToOrder: string) => `ExpenseLineAdd*{ ${EXPENSE} DataExt*^13:DataExt }
  < ItemLineAdd!{ ${ITEM_HEAD} ${ITEM_TAIL} ${linkToOrder} SalesRepRef^13:ref(5) DataExt*^13:DataExt }
  | ${GROUP_ADD} >*`;
const APPLIED = `AppliedToTxnAdd+{ TxnID!:id PaymentAmount:amt SetCredit*:SetCredit DiscountAmount:amt
  DiscountAccountRef:ref(159) DiscountClassRef^11:ref(159) }`;

const DELETABLE =
  `ARRefundCreditCard|Bill|BillPaymentCheck|BillPaymentCreditCard|Charge|Check|CreditCardCharge
  |CreditCardCredit|CreditMemo|Deposit|Estimate|InventoryAdjustment|Invoice|ItemReceipt|JournalEntry
  |PurchaseOrder|ReceivePayment|SalesOrder|SalesReceipt|VendorCredit`.replace(/\s+/g, "");
const VOIDABLE = `ARRefundCreditCard|Bill|BillPaymentCheck|BillPaymentCreditCard|Charge|Check|CreditCardCharge
  |CreditCardCredit|CreditMemo|Deposit|InventoryAdjustment|Invoice|ItemReceipt|JournalEntry|SalesReceipt
  |VendorCredit`.replace(/\s+/g, "");

/** Element name of the request without "Rq", to its content in the notation of grammar.ts. */
export const TXN_REQUESTS: Record<string, string> = {
  BillAdd: `BillAdd!{ VendorRef!:ref(41) VendorAddress^13:Address APAccountRef:ref(159) TxnDate:date
    DueDate:date RefNumber:str(20) TermsRef:ref(31) Memo:str(4095) ExchangeRate^8:float
    ExternalGUID^9:guid LinkToTxnID*^4:id ${linesAdd("LinkToTxn^4:LinkToTxn")} } ${RET}`,
  BillMod: `BillMod!{ TxnID!:id EditSequence!:str(16) VendorRef:ref(41) VendorAddress^13:Address
    APAccountRef:ref(159) TxnDate:date DueDate:date RefNumber:str(20) TermsRef:ref(31) Memo:str(4095)
    ExchangeRate^8:float ClearExpenseLines:bool ExpenseLineMod*{ TxnLineID!:id ${EXPENSE} }
    ClearItemLines:bool
    < ItemLineMod!{ ${ITEM_MOD} }
    | ItemGroupLineMod!{ TxnLineID!:id ItemGroupRef:ref(31) Quantity:quan UnitOfMeasure^7:str(31)
        OverrideUOMSetRef^7:ref(31) ItemLineMod*{ ${ITEM_MOD} } } >* } ${RET}`,
  BillPaymentCheckAdd: `BillPaymentCheckAdd!{ PayeeEntityRef!:ref(209) APAccountRef:ref(159) TxnDate:date
    BankAccountRef!:ref(159) < IsToBePrinted!:bool | RefNumber!:str(11) >! Memo^3:str(4095)
    ExchangeRate^8:float ExternalGUID^9:guid ${APPLIED} } ${RET}`,
  BillPaymentCreditCardAdd: `BillPaymentCreditCardAdd!{ PayeeEntityRef!:ref(209) APAccountRef:ref(159)
    TxnDate:date CreditCardAccountRef!:ref(159) RefNumber:str(11) Memo^3:str(4095) ExchangeRate^8:float
    ExternalGUID^9:guid ${APPLIED} } ${RET}`,
  VendorCreditAdd: `VendorCreditAdd!{ VendorRef!:ref(41) APAccountRef:ref(159) TxnDate:date RefNumber:str(20)
    Memo:str(4095) ExchangeRate^8:float ExternalGUID^9:guid ${linesAdd("")} } ${RET}`,
  TxnDel: `TxnDelType!:enum(${DELETABLE}) TxnID!:id`,
  TxnVoid: `TxnVoidType!:enum(${VOIDABLE}) TxnID!:id`,
};
