import { eq } from "drizzle-orm";
import { connections } from "@/db/schema";
import { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import type { RunOptions } from "@/e2e/quickbooks/connector/conversation";
import type { RunReport } from "@/e2e/quickbooks/connector/run-report";
import { runOnce } from "@/e2e/quickbooks/connector/web-connector";
import { demoCompany } from "@/e2e/quickbooks/seed/demo-company";
import type { Actor } from "@/lib/access/actor";
import { createConnection } from "@/lib/quickbooks/connections/create-connection";
import { qwcFile } from "@/lib/quickbooks/connections/qwc-file";
import { createConversation, ticketChecker } from "@/lib/quickbooks/run/engine";
import { serve } from "@/lib/quickbooks/soap/serve-for-tests";
import { type TestDatabase, testDatabase } from "./database";
import { createOrganisation, createPerson, useDatabase } from "./people";

export interface Office {
  database: TestDatabase;
  orgId: string;
  connectionId: string;
  admin: Actor;
  clerk: Actor;
  /** Approves first, and second, where the workflow says so. */
  ann: Actor;
  bob: Actor;
  accountant: Actor;
  viewer: Actor;
  /** The simulated company file; what a bookkeeper does there is a method of it. */
  company: CompanyFile;
  qwc: string;
  password: string;
  /** One Web Connector run over HTTP, as the .NET client speaks. */
  run(options?: Partial<RunOptions>): Promise<RunReport>;
  close(): Promise<void>;
}

export interface OfficeOptions {
  driver?: "pg" | "neon";
  company?: CompanyFile;
  silentAfterSeconds?: number;
  maxBytes?: number;
}

/** An organisation with its people, a company file and a Web Connector login; its own database and server. */
export async function openOffice(options: OfficeOptions = {}): Promise<Office> {
  const database = await testDatabase({ driver: options.driver });
  useDatabase(database.connection);
  const { db } = database;
  const orgId = await createOrganisation(db);
  const person = (name: string, roles: Actor["roles"]) =>
    createPerson(db, orgId, { name, roles: [...roles] });
  const admin = await person("Alice Admin", ["admin"]);
  const clerk = await person("Carl Clerk", ["clerk"]);
  const ann = await person("Ann Approver", ["approver"]);
  const bob = await person("Bob Approver", ["approver"]);
  const accountant = await person("Amy Accounting", ["accounting"]);
  const viewer = await person("Vera Viewer", ["viewer"]);
  const { connectionId, password } = await createConnection(admin, { name: "Harbor & Pine" });
  const server = await serve({
    conversation: createConversation({
      db,
      version: "test",
      silentAfterSeconds: options.silentAfterSeconds ?? 300,
    }),
    authorizeTicket: ticketChecker(db),
    ...(options.maxBytes ? { maxBytes: options.maxBytes } : {}),
  });
  const [connection] = await db.select().from(connections).where(eq(connections.id, connectionId));
  if (!connection) throw new Error("the connection is not there");
  const qwc = qwcFile(connection, `http://localhost:${server.port}`);
  const company = options.company ?? new CompanyFile(demoCompany());
  const office: Office = {
    ...{ database, orgId, connectionId, admin, clerk, ann, bob, accountant, viewer, company, qwc, password },
    run: (run = {}) => runOnce({ qwc, password: office.password, company, ...run }),
    async close() {
      await server.close();
      await database.close();
    },
  };
  return office;
}
