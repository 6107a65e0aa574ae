import { grammar, type Particle } from "./grammar";

const CHOOSE_RECORDS = `
  < ListID+:id | FullName+:str | ListIDWithChildren:id | FullNameWithChildren:str >!`;

/** The groups of elements that several messages share. */
export const BLOCKS: Record<string, Particle[]> = {
  Address: grammar(`Addr1:str(41) Addr2:str(41) Addr3:str(41) Addr4:str(41) Addr5^6:str(41) City:str(31)
    State:str(21) PostalCode:str(13) Country:str(31) Note^6:str(41)`),
  AdditionalContactRef: grammar("ContactName!:str(40) ContactValue!:str(255)"),
  CreditCardInfo: grammar(`CreditCardNumber:str(25) ExpirationMonth:int ExpirationYear:int
    NameOnCard:str(41) CreditCardAddress:str(41) CreditCardPostalCode:str(41)`),
  DataExt: grammar("OwnerID!:guid DataExtName!:str(31) DataExtValue!:str"),
  LinkToTxn: grammar("TxnID!:id TxnLineID!:id"),
  SetCredit: grammar("CreditTxnID!:id AppliedAmount!:amt Override^10:bool"),
  NameFilter: grammar("MatchCriterion!:enum(StartsWith|Contains|EndsWith) Name!:str"),
  NameRangeFilter: grammar("FromName:str ToName:str"),
  RefNumberFilter: grammar("MatchCriterion!:enum(StartsWith|Contains|EndsWith) RefNumber!:str"),
  RefNumberRangeFilter: grammar("FromRefNumber:str ToRefNumber:str"),
  ModifiedDateRangeFilter: grammar("FromModifiedDate:datetime ToModifiedDate:datetime"),
  DeletedDateRangeFilter: grammar("FromDeletedDate:datetime ToDeletedDate:datetime"),
  TxnDateRangeFilter: grammar("< FromTxnDate:date ToTxnDate:date | DateMacro!:enum(All|Today) >!"),
  TotalBalanceFilter: grammar(
    "Operator!:enum(LessThan|LessThanEqual|Equal|GreaterThan|GreaterThanEqual) Amount!:amt",
  ),
  CurrencyFilter: grammar("< ListID+:id | FullName+:str(64) >!"),
  EntityFilter: grammar(CHOOSE_RECORDS),
  AccountFilter: grammar(CHOOSE_RECORDS),
  ClassFilter: grammar(CHOOSE_RECORDS),
};
