import {
  address,
  amt,
  block,
  bool,
  date,
  guid,
  name,
  ref,
  sequence,
  str,
} from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { additionalContactRef, currencyRef } from "@/lib/quickbooks/qbxml/messages/shared-blocks";
import { vendorRet } from "@/lib/quickbooks/qbxml/messages/vendor-ret";

export const vendorAdd = defineMessage({
  name: "VendorAdd",
  kind: "add",
  since: 1,
  attributes: [],
  request: sequence({
    Name: name(41).required(),
    IsActive: bool(),
    ClassRef: ref(159).since(12),
    CompanyName: str(41),
    Salutation: str(15),
    FirstName: str(25),
    MiddleName: str(5),
    LastName: str(25),
    JobTitle: str(41).since(12),
    VendorAddress: address(),
    ShipAddress: address().since(11),
    Phone: str(21),
    AltPhone: str(21),
    Fax: str(21),
    Email: str(1023),
    Cc: str(1023).since(12),
    Contact: str(41),
    AltContact: str(41),
    AdditionalContactRef: additionalContactRef().since(12),
    Contacts: block({
      Salutation: str(15),
      FirstName: str(25).required(),
      MiddleName: str(5),
      LastName: str(25),
      JobTitle: str(41),
      AdditionalContactRef: additionalContactRef(),
    })
      .repeat()
      .since(12),
    NameOnCheck: str(41),
    AccountNumber: str(99),
    Notes: str(4095).since(3),
    AdditionalNotes: block({ Note: str(4095).required() })
      .repeat()
      .since(12),
    VendorTypeRef: ref(159),
    TermsRef: ref(31),
    CreditLimit: amt(),
    VendorTaxIdent: str(15),
    IsVendorEligibleFor1099: bool(),
    OpenBalance: amt(),
    OpenBalanceDate: date(),
    BillingRateRef: ref(31).since(6),
    ExternalGUID: guid().since(8),
    PrefillAccountRef: ref(159).repeat().since(8),
    CurrencyRef: currencyRef(),
  }),
  records: { VendorRet: vendorRet },
});
