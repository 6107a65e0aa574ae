import {
  address,
  addressBlock,
  block,
  bool,
  date,
  enumOf,
  sequence,
  str,
} from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { dataExtRet, includeRet, ownerId } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

const month = () =>
  enumOf(
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  );

/** The Web Connector keeps its FileID for the company file as a DataExtRet under the .qwc's OwnerID. */
export const companyQuery = defineMessage({
  name: "CompanyQuery",
  kind: "query",
  since: 1,
  attributes: [],
  request: sequence(includeRet(), ownerId()),
  records: {
    CompanyRet: block({
      IsSampleCompany: bool().since(3),
      CompanyName: str(59),
      LegalCompanyName: str(59),
      Address: address(),
      AddressBlock: addressBlock().since(6),
      LegalAddress: address(),
      CompanyAddressForCustomer: address(),
      CompanyAddressBlockForCustomer: addressBlock().since(6),
      Phone: str(51),
      Fax: str(51),
      Email: str(1023),
      CompanyWebSite: str(128),
      FirstMonthFiscalYear: month(),
      FirstMonthIncomeTaxYear: month(),
      CompanyType: str(255),
      EIN: str(20).since(2),
      SSN: str(11).since(2.1),
      TaxForm: enumOf(
        "Form1040",
        "Form1065",
        "Form1120",
        "Form1120S",
        "Form990",
        "Form990PF",
        "Form990T",
        "OtherOrNone",
      ).since(2.1),
      SubscribedServices: block({
        Service: block({
          Name: str(50),
          Domain: str(50),
          ServiceStatus: enumOf("Active", "Expired", "Never", "Pending", "Suspended", "Terminated", "Trial"),
        }).repeat(),
      }).since(7),
      AccountantCopy: block({ AccountantCopyExists: bool(), DividingDate: date() }).since(8),
      DataExtRet: dataExtRet().since(2),
    }),
  },
});
