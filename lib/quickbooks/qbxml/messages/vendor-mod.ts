import { address, amt, block, bool, id, int, name, ref, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { additionalContactRef, currencyRef } from "@/lib/quickbooks/qbxml/messages/shared-blocks";
import { vendorRet } from "@/lib/quickbooks/qbxml/messages/vendor-ret";

export const vendorMod = defineMessage({
  name: "VendorMod",
  kind: "mod",
  since: 1,
  attributes: [],
  request: sequence({
    ListID: id().required(),
    EditSequence: str(16).required(),
    Name: name(41).notClearable(),
    IsActive: bool().since(3).notClearable(),
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
    ContactsMod: block({
      ListID: id().required(),
      EditSequence: str(16).required(),
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
    AdditionalNotesMod: block({ NoteID: int().required(), Note: str(4095).required() })
      .repeat()
      .since(12),
    VendorTypeRef: ref(159).since(3),
    TermsRef: ref(31).since(3),
    CreditLimit: amt().since(3),
    VendorTaxIdent: str(15).since(3),
    IsVendorEligibleFor1099: bool().since(3),
    BillingRateRef: ref(31).since(6),
    PrefillAccountRef: ref(159).repeat().since(8),
    CurrencyRef: currencyRef(),
  }),
  records: { VendorRet: vendorRet },
});
