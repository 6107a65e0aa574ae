import { block, bool, int, percent, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { listIdentity, plainListQuery } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

/** Both kinds of terms in one reply. Has no iterator. */
export const termsQuery = defineMessage({
  name: "TermsQuery",
  kind: "query",
  since: 1,
  attributes: ["metaData"],
  request: plainListQuery(),
  records: {
    StandardTermsRet: block({
      ...listIdentity(),
      Name: str(31),
      IsActive: bool(),
      StdDueDays: int(),
      StdDiscountDays: int(),
      DiscountPct: percent(),
    }),
    DateDrivenTermsRet: block({
      ...listIdentity(),
      Name: str(31),
      IsActive: bool(),
      DayOfMonthDue: int(1, 31),
      DueNextMonthDays: int(),
      DiscountDayOfMonth: int(1, 31),
      DiscountPct: percent(),
    }),
  },
});
