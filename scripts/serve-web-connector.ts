/**
 * The Web Connector's endpoint alone, on a free port that it prints: several of these on one database are what
 * the tests of many servers run. Settings: DATABASE_URL, SILENT_AFTER (seconds).
 */
import { connect } from "@/db/client";
import { createConversation, ticketChecker } from "@/lib/quickbooks/run/engine";
import { serve } from "@/lib/quickbooks/soap/serve-for-tests";

const { db } = connect(process.env.DATABASE_URL ?? "", { driver: "pg", max: 4 });
const server = await serve({
  conversation: createConversation({
    db,
    version: "test",
    silentAfterSeconds: Number(process.env.SILENT_AFTER),
  }),
  authorizeTicket: ticketChecker(db),
  log: {
    warn: () => undefined,
    error: ({ err }) => process.stderr.write(`${err instanceof Error ? err.message : String(err)}\n`),
  },
});
process.stdout.write(`${server.port}\n`);
