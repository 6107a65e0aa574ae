import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { messages } from "@/db/schema";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { findMessages, findRunErrors, findSteps } from "./read-run";
import { type Redaction, redactPieces, redactWords } from "./redact";
import { findRuns } from "./run-view";
import { unpack, whole } from "./unpack";

/** A run as a file for support: JSON, piece by piece, so that tens of megabytes need no room. */
export interface RunFile {
  /** Without the ending. */
  name: string;
  json: AsyncGenerator<string>;
}

/** A long text as a JSON string, piece by piece. */
async function* jsonText(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield '"';
  for await (const piece of pieces) yield JSON.stringify(piece).slice(1, -1);
  yield '"';
}

/** One message at a time is held, as it was kept: compressed. */
async function* jsonMessage(db: Db, messageId: string, redaction: Redaction): AsyncGenerator<string> {
  const [row] = await db
    .select({ request: messages.request, response: messages.response })
    .from(messages)
    .where(eq(messages.id, messageId));
  if (!row) return;
  yield ',"request":';
  yield* jsonText(redactPieces(whole(row.request), redaction));
  if (!row.response) return;
  yield ',"response":';
  yield* jsonText(redactPieces(unpack(Buffer.from(row.response)), redaction));
}

/**
 * One run with its steps, errors and messages, for support. Secrets are never in it; amounts and names only
 * where they are not hidden. A hidden name is the same word wherever it stands in the file.
 */
export const readRunFile = query({
  name: "run.read",
  input: z.object({
    runId: z.uuid(),
    hideAmounts: z.boolean().default(true),
    hideNames: z.boolean().default(true),
  }),
  async run({ actor, db }, { runId, hideAmounts, hideNames }): Promise<RunFile> {
    const [run] = await findRuns(db, actor.orgId, sql`r.id = ${runId}`);
    if (!run) throw new AppError("not-found");
    const redaction: Redaction = { amounts: hideAmounts, names: hideNames, salt: randomUUID() };
    const words = (text: string | null) => text && redactWords(text, redaction);
    const [steps, errors, sent] = await Promise.all([
      findSteps(db, runId),
      findRunErrors(db, runId),
      findMessages(db, runId),
    ]);
    const { connectionName, companyFilePath, statusText, ...about } = run;
    const head = {
      run: {
        ...about,
        statusText: words(statusText),
        ...(hideNames ? {} : { connectionName, companyFilePath }),
      },
      hidden: { amounts: hideAmounts, names: hideNames },
      steps,
      errors: errors.map(({ subject, message, ...error }) => ({
        ...{ code: error.code, attempt: error.attempt, message: words(message) },
        subject: subject && {
          kind: subject.kind,
          id: subject.id,
          ...(hideNames ? {} : { name: subject.name }),
        },
      })),
    };
    async function* json(): AsyncGenerator<string> {
      yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "messages": [`;
      for (const [index, message] of sent.entries()) {
        const { helpHref: _, ...kept } = message;
        const told = { ...kept, hresultMessage: words(message.hresultMessage) };
        yield `${index > 0 ? "," : ""}\n${JSON.stringify(told).slice(0, -1)}`;
        yield* jsonMessage(db, message.id, redaction);
        yield "}";
      }
      yield "\n]}\n";
    }
    const day = run.startedAt.toISOString().slice(0, 16).replace(/[:T]/g, "-");
    return { name: `countersign-run-${day}`, json: json() };
  },
});
