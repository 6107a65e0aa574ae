import { block, bool, int, ref, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { listIdentity, plainListQuery } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

/** Has no iterator: all classes come at once. */
export const classQuery = defineMessage({
  name: "ClassQuery",
  kind: "query",
  since: 1,
  attributes: ["metaData"],
  request: plainListQuery(),
  records: {
    ClassRet: block({
      ...listIdentity(),
      Name: str(31),
      FullName: str(159),
      IsActive: bool(),
      ParentRef: ref(),
      Sublevel: int(),
    }),
  },
});
