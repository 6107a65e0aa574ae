import type { Db, Tx } from "@/db/client";
import { announce } from "@/lib/access/announce";
import { absorbResponse } from "./absorb-response";
import { closeRun, failRun, reportEnd } from "./close-run";
import { noteConnectorVersion } from "./connector-version";
import type { Conversation } from "./conversation";
import { readCompanyFile } from "./identify";
import { nextMessage } from "./next-message";
import { tellLateCall } from "./odd-calls";
import { openRun } from "./open-run";
import { progressOf } from "./progress";
import { recogniseRun } from "./recognise";
import { RunEnds } from "./run-ends";
import { findRunError, isOpenTicket, lockRun, nextStep, type Run, updateRun } from "./run-store";

export interface EngineOptions {
  db: Db;
  /** Shown in the Web Connector under "More information". */
  version: string;
  /** A run without a call for so long is dead, and another may begin. */
  silentAfterSeconds: number;
}

/** Tells receiveResponseXML's caller to ask for the error and close. */
const STOP = -1;
const DONE = 100;

/** The company file is not where it was: the one that is open is tried once, and recognised or refused. */
const MOVED = new Set(["0x80040403", "0x80040406"]);
const OPEN_FILE = "";

const UNKNOWN_TICKET = "This run is not known, or it has ended already. Run the Web Connector again.";

/**
 * The conversation with one Web Connector after another. Every call finds its run in the database by its
 * ticket and leaves nothing in memory, so any server can answer the next one.
 */
export function createConversation({ db, version, silentAfterSeconds }: EngineOptions): Conversation {
  /**
   * One call of a run: one transaction, the run locked. What ends the run takes the transaction back and
   * is told in another. `unknown` answers a ticket that is not of an open run; that a run which was given up goes on
   * is told to the Admin, unless it only says goodbye.
   */
  async function inRun<T>(
    ticket: string,
    answers: { unknown: T; ended: T; isGoodbye?: boolean },
    work: (tx: Tx, run: Run) => Promise<T>,
  ): Promise<T> {
    let heard: Run | undefined;
    try {
      return await db.transaction(async (tx) => {
        const run = await lockRun(tx, ticket);
        if (!run) {
          if (!answers.isGoodbye) await tellLateCall(tx, ticket);
          return answers.unknown;
        }
        heard = run;
        const answer = await work(tx, run);
        await announce(tx, run.orgId);
        return answer;
      });
    } catch (error) {
      const end = RunEnds.by(error);
      if (!end) throw error;
      await db.transaction(async (tx) => {
        const run = await lockRun(tx, ticket);
        if (!run) return;
        // What the call itself said of its caller was taken back.
        await failRun(tx, { ...run, caller: heard?.caller ?? run.caller }, end);
        await announce(tx, run.orgId);
      });
      return answers.ended;
    }
  }

  return {
    serverVersion: async () => version,

    // Every version that speaks the eight operations will do; what matters is QuickBooks' own, met later.
    clientVersion: async ({ strVersion, from }) => {
      await noteConnectorVersion(db, from, strVersion);
      return "";
    },

    authenticate: ({ strUserName, strPassword, from }) =>
      openRun(db, { username: strUserName, password: strPassword, from }, silentAfterSeconds, new Date()),

    sendRequestXML: (call) =>
      inRun(call.ticket, { unknown: "", ended: "" }, async (tx, run) => {
        const now = new Date();
        if (!run.recognisedAt) {
          run.caller = {
            path: call.strCompanyFileName,
            version: `${call.qbXMLMajorVers}.${call.qbXMLMinorVers}`,
          };
          await updateRun(tx, run.id, { companyFilePath: run.caller.path, qbxmlVersion: run.caller.version });
          const file = call.strHCPResponse.isEmpty
            ? undefined
            : await readCompanyFile(call.strHCPResponse.chunks(), run.caller);
          if (file) await recogniseRun(tx, run, file, now);
        }
        return (await nextMessage(tx, run, now))?.request ?? "";
      }),

    receiveResponseXML: ({ ticket, response, hresult, message }) =>
      inRun(ticket, { unknown: STOP, ended: STOP }, async (tx, run) => {
        const end = await absorbResponse(tx, run, { response, hresult, message }, new Date());
        if (end) {
          await failRun(tx, run, end);
          return STOP;
        }
        const current = (await lockRun(tx, ticket)) ?? run;
        return (await nextStep(tx, run.id)) || !current.recognisedAt ? progressOf(tx, current) : DONE;
      }),

    connectionError: ({ ticket, hresult, message }) =>
      inRun(ticket, { unknown: "done", ended: "done" }, async (tx, run) => {
        const end = RunEnds.reported(hresult, message);
        if (MOVED.has(end.code) && run.lastError === null) {
          await failRun(tx, run, end);
          return OPEN_FILE;
        }
        await reportEnd(tx, run, end);
        await closeRun(tx, { ...run, lastError: end.message }, new Date());
        return "done";
      }),

    // Nothing hangs on it but the run's own row: each statement is its own transaction.
    getLastError: async ({ ticket }) => {
      const run = await lockRun(db, ticket);
      return run ? (run.lastError ?? "") : ((await findRunError(db, ticket)) ?? UNKNOWN_TICKET);
    },

    closeConnection: ({ ticket }) =>
      inRun(ticket, { unknown: "OK", ended: "OK", isGoodbye: true }, (tx, run) =>
        closeRun(tx, run, new Date()),
      ),
  };
}

/**
 * Whether a large body is worth reading: its ticket is of an open run. What comes from a run that was given
 * up is turned away here, and told.
 */
export const ticketChecker =
  (db: Db) =>
  async (ticket: string): Promise<boolean> => {
    if (await isOpenTicket(db, ticket)) return true;
    await db.transaction((tx) => tellLateCall(tx, ticket));
    return false;
  };
