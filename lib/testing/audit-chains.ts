import type { Db } from "@/db/client";
import { verifyRecord } from "@/lib/record/verify-record";

/** What does not hold in the record, in words. */
export const brokenChains = async (db: Db): Promise<string[]> =>
  (await verifyRecord(db)).broken.map(({ subject, fault }) => `${subject}: ${fault}`);
