import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import type { RunReport } from "@/e2e/quickbooks/connector/run-report";
import { runOnce } from "@/e2e/quickbooks/connector/web-connector";
import { type QwcLogin, qwcFile } from "@/lib/quickbooks/connections/qwc-file";
import { createConversation, ticketChecker } from "@/lib/quickbooks/run/engine";
import { handleSoap } from "@/lib/quickbooks/soap/handle";

/** Runs the simulated Web Connector against this process: the demo's past is played through the real sync. */
export async function withSync<T>(
  login: QwcLogin,
  password: string,
  company: CompanyFile,
  work: (sync: () => Promise<RunReport>) => Promise<T>,
): Promise<T> {
  const quiet = {
    warn: () => undefined,
    error: (fields: object) => process.stderr.write(`${JSON.stringify(fields)}\n`),
  };
  const server = createServer((incoming, outgoing) => {
    const { method = "GET", headers } = incoming;
    const body =
      method === "POST" ? (Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>) : undefined;
    const init: RequestInit & { duplex: "half" } = {
      method,
      headers: headers as Record<string, string>,
      body,
      duplex: "half",
    };
    void handleSoap(new Request(`http://${headers.host}${incoming.url}`, init), {
      conversation: createConversation({ db: db(), version: "seed", silentAfterSeconds: 0 }),
      authorizeTicket: ticketChecker(db()),
      maxBytes: 64 * 1024 * 1024,
      publicUrl: undefined,
      log: quiet,
    }).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const qwc = qwcFile(login, `http://localhost:${(server.address() as AddressInfo).port}`);
  try {
    return await work(async () => {
      const report = await runOnce({ qwc, password, company });
      if (!report.ok)
        throw new Error(`The seed's sync failed: ${report.error?.message ?? report.statusText}`);
      return report;
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** The ids of list entries by full name, as the first sync brought them in. */
export async function ledgerIds(connectionId: string): Promise<(list: string, name: string) => string> {
  const found = await db().execute<{ list: string; name: string; id: string }>(sql`
    select 'vendor' as list, full_name as name, id from vendors where connection_id = ${connectionId}
    union all select 'account', full_name, id from accounts where connection_id = ${connectionId}
    union all select 'item', full_name, id from items where connection_id = ${connectionId}
    union all select 'class', full_name, id from classes where connection_id = ${connectionId}
    union all select 'customer', full_name, id from customers where connection_id = ${connectionId}
    union all select 'terms', full_name, id from terms where connection_id = ${connectionId}`);
  const ids = new Map(found.rows.map((row) => [`${row.list}/${row.name}`, row.id]));
  return (list, name) => {
    const id = ids.get(`${list}/${name}`);
    if (!id) throw new Error(`the demo company has no ${list} "${name}"`);
    return id;
  };
}
