import { z } from "zod";
import { query } from "@/lib/access/command";
import { type Verification, verifyRecord } from "./verify-record";

/** Recomputes the record of the organisation: whether nothing in it was ever rewritten. */
export const checkRecord = query({
  name: "record.export",
  input: z.object({}),
  run: ({ actor, db }): Promise<Verification> => verifyRecord(db, actor.orgId),
});
