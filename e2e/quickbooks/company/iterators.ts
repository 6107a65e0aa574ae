import { randomUUID } from "node:crypto";
import { children, childText, type XmlNode } from "../qbxml/read-xml";
import type { Answer, Context } from "./context";
import type { Row } from "./iterator-state";
import { Refusal } from "./refusal";

/** What a query matched, and which of the records it asked for by name or ID do not exist. */
export interface Selection {
  rows: Row[];
  missing?: string[];
}

function asked(node: XmlNode): string {
  return `${node.name}(${node.text.trim()}${node.children.map(asked).join("")})`;
}

const NOTHING = "A query request did not find a matching object in QuickBooks";

function page(request: XmlNode, rows: Row[]): Answer {
  const answer: Answer = { body: "", retCount: rows.length };
  if (request.attributes.metaData !== "MetaDataOnly") answer.body = rows.map((row) => row()).join("");
  if (rows.length === 0) answer.status = { code: 1, severity: "Info", message: NOTHING };
  return answer;
}

function start(context: Context, request: XmlNode, selection: Selection): Answer {
  const size = childText(request, "MaxReturned");
  if (size === undefined) throw new Refusal(3150, 'There is a missing element: "MaxReturned".');
  const rows = selection.rows.slice(0, Number(size));
  const rest = selection.rows.slice(Number(size));
  const id = `{${randomUUID()}}`;
  if (rest.length > 0) context.iterators.set(id, { asked: asked(request), rest });
  return { ...page(request, rows), iteratorRemainingCount: rest.length, iteratorID: id };
}

function resume(context: Context, request: XmlNode): Answer {
  const id = request.attributes.iteratorID ?? "";
  const known = context.iterators.get(id);
  if (!known || known.asked !== asked(request)) {
    throw new Refusal(
      3000,
      `The given object ID "${id}" in the field "iteratorID" is invalid: ` +
        (known ? "the request is not the one it was started with." : "no such iterator in this session."),
    );
  }
  const size = Number(childText(request, "MaxReturned"));
  const rows = known.rest.splice(0, size);
  if (known.rest.length === 0) context.iterators.delete(id);
  return { ...page(request, rows), iteratorRemainingCount: known.rest.length, iteratorID: id };
}

/**
 * Answers a query: whole, cut at MaxReturned, or a page of an iterator. What an iterator goes through is
 * settled at its start.
 * @param select called only when the records are needed: not for Continue and Stop.
 */
export function answerQuery(context: Context, request: XmlNode, select: () => Selection): Answer {
  const { iterator, iteratorID } = request.attributes;
  if (iterator === "Continue") return resume(context, request);
  if (iterator === "Stop") {
    context.iterators.delete(iteratorID ?? "");
    return { body: "", retCount: 0, iteratorRemainingCount: 0, iteratorID };
  }
  const selection = select();
  if (iterator === "Start") return start(context, request, selection);
  const size = childText(request, "MaxReturned");
  const answer = page(request, size === undefined ? selection.rows : selection.rows.slice(0, Number(size)));
  const missing = selection.missing?.[0];
  if (missing !== undefined) {
    answer.status = {
      code: 500,
      severity: "Warn",
      message:
        "The query request has not been fully completed. There was a required element " +
        `("${missing}") that could not be found in QuickBooks.`,
    };
  }
  return answer;
}

/** The names in IncludeRetElement. */
export function wantedElements(request: XmlNode): string[] {
  return children(request, "IncludeRetElement").map((node) => node.text);
}
