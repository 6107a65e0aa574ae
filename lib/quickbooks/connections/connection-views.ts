import { z } from "zod";
import { query } from "@/lib/access/command";
import { type Connection, findConnections, getConnection } from "./store";

export type ConnectionStatus = "new" | "connected" | "paused" | "silent";

/** A connection as settings show it: nothing secret. */
export interface ConnectionView {
  id: string;
  name: string;
  username: string;
  fileId: string;
  runEveryMinutes: number;
  companyName: string | null;
  companyFilePath: string | null;
  productName: string | null;
  qbxmlVersion: string | null;
  status: ConnectionStatus;
  firstContactAt: Date | null;
  recognisedAt: Date | null;
  lastContactAt: Date | null;
  lastRunEndedAt: Date | null;
  /** When every list had been read once. */
  firstPullAt: Date | null;
  /** The next run compares everything. */
  comparesNext: boolean;
  /** Bills entered in QuickBooks and dated from then on are taken over; YYYY-MM-DD. */
  importBillsSince: string | null;
  createdAt: Date;
}

/** A computer that starts, a long run, a Web Connector that is busy with another file. */
export const GRACE_MINUTES = 20;

/** Silent: it has missed two of its runs, and some grace. */
const silentAfterMs = (minutes: number): number => (minutes * 2 + GRACE_MINUTES) * 60_000;

/** How a connection stands, from when the Web Connector last called. */
export function statusOf(
  connection: Pick<Connection, "pausedAt" | "lastContactAt" | "runEveryMinutes">,
  now: Date,
): ConnectionStatus {
  if (connection.pausedAt) return "paused";
  if (!connection.lastContactAt) return "new";
  const silence = now.getTime() - connection.lastContactAt.getTime();
  return silence > silentAfterMs(connection.runEveryMinutes) ? "silent" : "connected";
}

const viewOf = (connection: Connection): ConnectionView => {
  const { id, name, username, fileId, runEveryMinutes, comparesNext, importBillsSince } = connection;
  const { companyName, companyFilePath, productName, qbxmlVersion } = connection;
  const { firstContactAt, recognisedAt, lastContactAt, lastRunEndedAt, firstPullAt, createdAt } = connection;
  return {
    ...{ id, name, username, fileId, runEveryMinutes, comparesNext, importBillsSince },
    ...{ companyName, companyFilePath, productName, qbxmlVersion },
    ...{ firstContactAt, recognisedAt, lastContactAt, lastRunEndedAt, firstPullAt, createdAt },
    status: statusOf(connection, new Date()),
  };
};

export const listConnections = query({
  name: "connection.read",
  input: z.object({}),
  run: async ({ actor, db }) => (await findConnections(db, actor.orgId)).map(viewOf),
});

export const readConnection = query({
  name: "connection.read",
  input: z.object({ connectionId: z.uuid() }),
  run: async ({ actor, db }, input) => viewOf(await getConnection(db, actor.orgId, input.connectionId)),
});

/** The company files one may enter bills for: what everybody may know. */
export const listCompanyFiles = query({
  name: "ledger.read",
  input: z.object({}),
  run: async ({ actor, db }) =>
    (await findConnections(db, actor.orgId)).map(({ id, name, companyName, preferences }) => ({
      id,
      name: companyName ?? name,
      usesClasses: preferences?.isUsingClassTracking ?? true,
    })),
});
