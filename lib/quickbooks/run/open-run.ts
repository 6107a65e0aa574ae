import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { messages, runs } from "@/db/schema";
import { announce } from "@/lib/access/announce";
import { verifyPassword } from "@/lib/access/password";
import { assertNotLimited, clearFailures, countFailure } from "@/lib/access/rate-limit";
import { record } from "@/lib/audit/record";
import { AppError } from "@/lib/core/errors";
import { loginAccount } from "@/lib/quickbooks/connections/login-account";
import {
  type Connection,
  findConnectionByUsername,
  lockConnection,
  updateConnection,
} from "@/lib/quickbooks/connections/store";
import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";
import { takeConnectorVersion } from "./connector-version";
import type { CallerInfo } from "./conversation";
import { updateRun } from "./run-store";
import { reportTrouble } from "./trouble";

const NOT_A_USER = ["", "nvu"];
const BUSY = ["", "busy"];
const NOTHING_TO_DO = ["", "none"];

/** The Web Connector asks for the next message as soon as it has handed in an answer. */
const BETWEEN_MESSAGES_SECONDS = 30;

interface Login {
  username: string;
  password: string;
  from: CallerInfo;
}

async function checkLogin(db: Db, login: Login): Promise<Connection | undefined> {
  const caller = { account: loginAccount(login.username), address: login.from.address };
  try {
    await assertNotLimited(db, caller);
  } catch (error) {
    if (error instanceof AppError && error.code === "rate-limited") return undefined;
    throw error;
  }
  const connection = await findConnectionByUsername(db, login.username);
  if (!(await verifyPassword(connection?.passwordHash, login.password))) {
    await countFailure(db, caller);
    // Whoever follows the connection guide is told at once that the password is wrong.
    if (connection) await announce(db, connection.orgId);
    return undefined;
  }
  await clearFailures(db, caller.account);
  return connection;
}

/** "2026-11-20 14:02 UTC", and from where, if HTTP tells. */
const whenAndWhere = (at: Date, address: string): string =>
  `${at.toISOString().slice(0, 16).replace("T", " ")} UTC${address ? `, from ${address}` : ""}`;

/** Another computer calls while a run is under way: it is sent away, and the Admin is told which and when. */
async function refuseSecond(
  tx: Tx,
  connection: Connection,
  atWork: OpenRun,
  { address }: CallerInfo,
  now: Date,
): Promise<string[]> {
  await record(tx, [
    {
      orgId: connection.orgId,
      subject: connection.orgId,
      actorId: null,
      actorName: "Web Connector",
      name: "connection.second-computer",
      data: { name: connection.name },
      at: now,
    },
  ]);
  await reportTrouble(tx, {
    orgId: connection.orgId,
    connectionId: connection.id,
    runId: atWork.id,
    code: "second-computer" satisfies TroubleCode,
    message:
      `A second Web Connector tried to run "${connection.name}" (${whenAndWhere(now, address)}) while another was at ` +
      `work (since ${whenAndWhere(atWork.startedAt, atWork.callerAddress)}). Use one computer per company file.`,
  });
  return BUSY;
}

/**
 * The open run of a company file, locked: a call of it that is being answered ends first, and whether it is alive is
 * judged by what that call left. Before the connection, as every call of a run takes its locks.
 */
async function lockOpenRun(tx: Tx, connectionId: string): Promise<string | undefined> {
  const [run] = await tx
    .select({ id: runs.id })
    .from(runs)
    .where(and(eq(runs.connectionId, connectionId), eq(runs.state, "open")))
    .for("update");
  return run?.id;
}

interface OpenRun {
  id: string;
  startedAt: Date;
  callerAddress: string;
  isAlive: boolean;
}

/** The open run, and whether it is alive, as the database stands now. */
async function findOpenRun(
  tx: Tx,
  connectionId: string,
  silentAfterSeconds: number,
): Promise<OpenRun | undefined> {
  const silent = (seconds: number) => sql`clock_timestamp() - make_interval(secs => ${seconds})`;
  // QuickBooks may work on a message, or open its file, for minutes; between two messages nothing waits.
  const isWaited = sql`(${runs.recognisedAt} is null or exists (select 1 from ${messages}
    where ${messages.runId} = ${runs.id} and ${messages.state} = 'sent'))`;
  const isAlive = sql<boolean>`${runs.lastCallAt} > case when ${isWaited} then ${silent(silentAfterSeconds)}
    else ${silent(Math.min(silentAfterSeconds, BETWEEN_MESSAGES_SECONDS))} end`;
  const [run] = await tx
    .select({ id: runs.id, startedAt: runs.startedAt, callerAddress: runs.callerAddress, isAlive })
    .from(runs)
    .where(and(eq(runs.connectionId, connectionId), eq(runs.state, "open")));
  return run;
}

/**
 * authenticate: checks the login in constant time and opens a run. Answers two strings: a ticket and
 * the company file to open ("" for the one that is open), or nothing and why not: "nvu", "busy" while
 * another run of this company file is alive, "none" while the connection is paused.
 */
export async function openRun(
  db: Db,
  login: Login,
  silentAfterSeconds: number,
  now: Date,
): Promise<string[]> {
  const known = await checkLogin(db, login);
  if (!known) return NOT_A_USER;
  return db.transaction(async (tx) => {
    const locked = await lockOpenRun(tx, known.id);
    const connection = await lockConnection(tx, known.id);
    // Disconnected, or given another password, since the login was checked.
    if (!connection || connection.passwordHash !== known.passwordHash) return NOT_A_USER;
    await updateConnection(tx, connection.id, {
      lastContactAt: now,
      ...(connection.firstContactAt ? {} : { firstContactAt: now }),
    });
    await announce(tx, connection.orgId);
    if (connection.pausedAt) return NOTHING_TO_DO;
    const open = await findOpenRun(tx, connection.id, silentAfterSeconds);
    // One that is not the locked one was opened a moment ago, by another computer that logged in.
    if (open && (open.isAlive || open.id !== locked)) {
      return refuseSecond(tx, connection, open, login.from, now);
    }
    if (open) {
      await updateRun(tx, open.id, {
        state: "dead",
        endedAt: now,
        statusText: "The Web Connector went silent.",
      });
    }
    const ticket = randomUUID();
    await tx.insert(runs).values({
      connectionId: connection.id,
      ticket,
      startedAt: now,
      connectorVersion: await takeConnectorVersion(tx, login.from),
      callerAddress: login.from.address,
    });
    return [ticket, connection.companyFilePath ?? ""];
  });
}
