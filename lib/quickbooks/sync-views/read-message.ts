import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { connections, messages } from "@/db/schema";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { prettyXml } from "./pretty-xml";
import { lastOpening, redactPieces, SECRETS_ONLY } from "./redact";
import { unpack, whole } from "./unpack";

/** What a page shows of one document. An answer may have tens of megabytes. */
const PAGE_CHARACTERS = 100_000;

/** A page of a document as people read it. */
export interface Document {
  text: string;
  /** From 1. */
  page: number;
  hasMore: boolean;
}

export interface MessageTexts {
  id: string;
  request: Document;
  /** Null while no answer came, or when QuickBooks gave an error instead. */
  response: Document | null;
}

/** Longer than any element of a text: a page begins with a whole one. */
const LONGEST_ELEMENT = 10_000;

/**
 * One page of a document; reads as far as its end and no further. A page ends before an opening tag, so
 * that no element is cut in two. Secrets never come along.
 */
async function pageOf(pieces: AsyncIterable<string>, page: number): Promise<Document> {
  const [from, to] = [(page - 1) * PAGE_CHARACTERS, page * PAGE_CHARACTERS];
  // What is held begins so far into the document.
  const base = Math.max(0, from - LONGEST_ELEMENT);
  let seen = 0;
  let held = "";
  for await (const piece of redactPieces(pieces, SECRETS_ONLY)) {
    held += piece.slice(Math.max(0, base - seen), Math.max(0, to - seen));
    seen += piece.length;
    if (seen > to) break;
  }
  const boundary = (at: number): number => Math.max(lastOpening(held.slice(0, at - base)), 0);
  const start = from === 0 ? 0 : boundary(from);
  const end = seen > to ? boundary(to) : held.length;
  return { text: prettyXml(held.slice(start, end)), page, hasMore: seen > to };
}

/** What a message said and what QuickBooks answered, each by its own page. */
export const readMessage = query({
  name: "run.read",
  input: z.object({
    messageId: z.uuid(),
    requestPage: z.number().int().min(1).max(10_000).default(1),
    responsePage: z.number().int().min(1).max(10_000).default(1),
  }),
  async run({ actor, db }, { messageId, requestPage, responsePage }): Promise<MessageTexts> {
    const [row] = await db
      .select({ id: messages.id, request: messages.request, response: messages.response })
      .from(messages)
      .innerJoin(connections, eq(connections.id, messages.connectionId))
      .where(and(eq(messages.id, messageId), eq(connections.orgId, actor.orgId)));
    if (!row) throw new AppError("not-found");
    return {
      id: row.id,
      request: await pageOf(whole(row.request), requestPage),
      response: row.response ? await pageOf(unpack(Buffer.from(row.response)), responsePage) : null,
    };
  },
});
