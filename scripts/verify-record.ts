import { connection } from "@/db/client";
import { readEnv } from "@/lib/core/env";
import { verifyRecord } from "@/lib/record/verify-record";

/**
 * Recomputes every chain of the record in DATABASE_URL, read only, and names each first link that does
 * not hold. Ends with 1 when there is one.
 */
if (!readEnv(process.env).DATABASE_URL) throw new Error("DATABASE_URL is not set.");
const { db, close } = connection();
const { events, chains, revisions, signatures, broken } = await verifyRecord(db);
await close();
const number = (count: number) => count.toLocaleString("en-US");
console.log(
  `Read ${number(events)} events in ${number(chains)} chains, ${number(revisions)} revisions and ${number(signatures)} signatures.`,
);
if (broken.length === 0) {
  console.log("Every link holds.");
} else {
  for (const { at, subject, fault } of broken) console.error(`BROKEN  ${at}  ${subject}: ${fault}`);
  process.exitCode = 1;
}
