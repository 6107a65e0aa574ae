import { atMostOne, enumOf, id, int, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import {
  accountFilter,
  currencyFilter,
  entityFilter,
  modifiedDateRangeFilter,
  refNumberFilters,
  txnDateRangeFilter,
} from "@/lib/quickbooks/qbxml/messages/shared-blocks";

const filters = () =>
  sequence(
    { MaxReturned: int(1) },
    atMostOne(
      { ModifiedDateRangeFilter: modifiedDateRangeFilter() },
      { TxnDateRangeFilter: txnDateRangeFilter() },
    ),
    { EntityFilter: entityFilter(), AccountFilter: accountFilter() },
    refNumberFilters(),
    { CurrencyFilter: currencyFilter().since(8) },
  );

const byId = () =>
  [
    { TxnID: id().repeatAtLeastOnce() },
    { RefNumber: str().repeatAtLeastOnce() },
    { RefNumberCaseSensitive: str().repeatAtLeastOnce().since(4) },
  ] as const;

/** How transactions are chosen: by IDs or numbers, and then nothing else counts, or by filters. */
export const txnFilters = () => atMostOne(...byId(), filters());

/** As txnFilters, and whether they are paid. */
export const payableTxnFilters = () =>
  atMostOne(...byId(), sequence(filters(), { PaidStatus: enumOf("All", "PaidOnly", "NotPaidOnly") }));
