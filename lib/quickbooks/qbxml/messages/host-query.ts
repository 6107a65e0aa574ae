import { block, bool, enumOf, int, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { includeRet } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

const capacity = () => block({ MaxCapacity: int() });

/** The Web Connector asks this itself; the reply comes with the first sendRequestXML of a run. */
export const hostQuery = defineMessage({
  name: "HostQuery",
  kind: "query",
  since: 1,
  attributes: [],
  request: sequence(
    { IncludeListMetaData: block({ IncludeMaxCapacity: bool().required() }).since(6) },
    includeRet(),
  ),
  records: {
    HostRet: block({
      ProductName: str(255),
      MajorVersion: str(5),
      MinorVersion: str(5),
      Country: str(2).since(3),
      SupportedQBXMLVersion: str(10).repeat(),
      IsAutomaticLogin: bool().since(3),
      QBFileMode: enumOf("MultiUser", "SingleUser").since(3),
      ListMetaData: block({
        AccountMetaData: capacity(),
        BillingRateMetaData: capacity(),
        ClassMetaData: capacity(),
        CustomerMsgMetaData: capacity(),
        CustomerTypeMetaData: capacity(),
        EntityMetaData: capacity(),
        ItemMetaData: capacity(),
        JobTypeMetaData: capacity(),
        PaymentMethodMetaData: capacity(),
        PayrollItemMetaData: capacity(),
        PriceLevelMetaData: capacity(),
        SalesRepMetaData: capacity(),
        SalesTaxCodeMetaData: capacity(),
        ShipMethodMetaData: capacity(),
        TemplateMetaData: capacity(),
        TermsMetaData: capacity(),
        ToDoMetaData: capacity(),
        VehicleMetaData: capacity(),
        VendorTypeMetaData: capacity(),
      }).since(6),
    }),
  },
});
