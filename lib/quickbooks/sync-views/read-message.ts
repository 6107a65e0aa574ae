import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { connections, messages } from "@/db/schema";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { prettyXml } from "./pretty-xml";

/** What a page shows of one document. An answer may have tens of megabytes. */
const SHOWN_CHARACTERS = 200_000;

/** A document as people read it. */
export interface Document {
  text: string;
  /** Only its beginning is shown. */
  isCut: boolean;
}

export interface MessageTexts {
  id: string;
  request: Document;
  /** Null while no answer came, or when QuickBooks gave an error instead. */
  response: Document | null;
}

const shown = (text: string): Document => ({
  text: prettyXml(text.slice(0, SHOWN_CHARACTERS)),
  isCut: text.length > SHOWN_CHARACTERS,
});

/** Unpacks as much as is shown, and no more. */
async function unpack(packed: Buffer): Promise<Document> {
  const decoder = new TextDecoder();
  let text = "";
  // Ended early on purpose: `break` destroys the stream.
  for await (const piece of Readable.from([packed]).pipe(createGunzip())) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > SHOWN_CHARACTERS) break;
  }
  return shown(text);
}

/** What a message said and what QuickBooks answered. */
export const readMessage = query({
  name: "run.read",
  input: z.object({ messageId: z.uuid() }),
  async run({ actor, db }, { messageId }): Promise<MessageTexts> {
    const [row] = await db
      .select({ id: messages.id, request: messages.request, response: messages.response })
      .from(messages)
      .innerJoin(connections, eq(connections.id, messages.connectionId))
      .where(and(eq(messages.id, messageId), eq(connections.orgId, actor.orgId)));
    if (!row) throw new AppError("not-found");
    return {
      id: row.id,
      request: shown(row.request),
      response: row.response ? await unpack(Buffer.from(row.response)) : null,
    };
  },
});
