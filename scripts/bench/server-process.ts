/** The SOAP endpoint alone, on the database it is told: measured from another process, as a client sees it. */
import { connect } from "@/db/client";
import { createConversation, ticketChecker } from "@/lib/quickbooks/run/engine";
import { serve } from "@/lib/quickbooks/soap/serve-for-tests";

async function main(): Promise<void> {
  const { db } = connect(process.env.DATABASE_URL ?? "");
  const server = await serve({
    conversation: createConversation({ db, version: "bench", silentAfterSeconds: 0 }),
    authorizeTicket: ticketChecker(db),
  });
  process.on("message", () => process.send?.({ peakMb: process.resourceUsage().maxRSS / 1024 }));
  process.on("disconnect", () => process.exit());
  process.send?.({ port: server.port });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
