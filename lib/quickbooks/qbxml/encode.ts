import { DEFAULT_VERSION } from "@/lib/quickbooks/qbxml/check";
import { layOut } from "@/lib/quickbooks/qbxml/layout";
import type { Message, RequestOf } from "@/lib/quickbooks/qbxml/message";
import type { Problem } from "@/lib/quickbooks/qbxml/problem";
import { QbxmlError } from "@/lib/quickbooks/qbxml/qbxml-error";
import { writeElement } from "@/lib/quickbooks/qbxml/write-xml";

export interface RequestAttributes {
  readonly metaData?: "NoMetaData" | "MetaDataOnly" | "MetaDataAndResponseData";
  readonly iterator?: "Start" | "Continue" | "Stop";
  /** Needed by Continue and Stop: the ID that the reply to Start brought. */
  readonly iteratorID?: string;
}

export interface Request {
  readonly message: Message;
  /** Unique within the set and echoed by QuickBooks; at most 50 characters (1060). */
  readonly requestID: string;
  readonly data: unknown;
  readonly attributes?: RequestAttributes;
}

/** A request whose data the compiler holds against the message's description. */
export const request = <M extends Message>(
  message: M,
  requestID: string,
  data: RequestOf<M>,
  attributes?: RequestAttributes,
): Request => ({ message, requestID, data, attributes });

export interface MessageSet {
  /** A qbXML version QuickBooks said it supports, such as "13.0". */
  readonly version?: string;
  /** stopOnError: requests after the first refused one are not run (3231). There is no rollback in either. */
  readonly onError?: "continueOnError" | "stopOnError";
  /** Under which QuickBooks stores its answer, at most 24 characters (9004). */
  readonly newMessageSetID?: string;
  /** With newMessageSetID alike and no requests: asks for the stored answer again. */
  readonly oldMessageSetID?: string;
  readonly requests: readonly Request[];
}

const MESSAGE_SET_ID_LIMIT = 24;
const MESSAGE_SET_ID = new RegExp(`^[\\x21-\\x7e]{1,${MESSAGE_SET_ID_LIMIT}}$`);
const REQUEST_ID_LIMIT = 50;
const REQUEST_ID = new RegExp(`^[\\x21-\\x7e]{1,${REQUEST_ID_LIMIT}}$`);

/**
 * The whole qbXML document, in ASCII: everything above is written as a decimal reference to its code point,
 * so that no code page on the way to QuickBooks can garble it.
 *
 * @throws QbxmlError `invalid-request`, with every problem of every request
 */
export function buildMessageSet(set: MessageSet): string {
  const {
    version = DEFAULT_VERSION,
    onError = "stopOnError",
    newMessageSetID,
    oldMessageSetID,
    requests,
  } = set;
  const problems: Problem[] = [...setProblems(set)];
  const elements = requests.map(({ message, requestID, data, attributes = {} }) => {
    const layout = layOut(message, data, Number(version));
    problems.push(...layout.problems, ...attributeProblems(message, attributes));
    const { metaData, iterator, iteratorID } = attributes;
    return {
      name: `${message.name}Rq`,
      attributes: { requestID, metaData, iterator, iteratorID },
      content: layout.elements,
    };
  });
  if (problems.length > 0) {
    const words = problems.map(({ path, text }) => `${path}: ${text}`).join("\n");
    throw new QbxmlError("invalid-request", words, problems);
  }
  const messages = {
    name: "QBXMLMsgsRq",
    attributes: { onError, newMessageSetID, oldMessageSetID },
    content: elements,
  };
  return `<?xml version="1.0" encoding="utf-8"?><?qbxml version="${version}"?>${writeElement("QBXML", [messages])}`;
}

function* setProblems({
  version = DEFAULT_VERSION,
  newMessageSetID,
  oldMessageSetID,
  requests,
}: MessageSet): Generator<Problem> {
  if (!/^\d{1,2}\.\d$/.test(version))
    yield badForm("version", `The qbXML version must look like 13.0, not ${version}.`);
  for (const [path, setID] of Object.entries({ newMessageSetID, oldMessageSetID })) {
    if (setID !== undefined && !MESSAGE_SET_ID.test(setID)) {
      yield badForm(path, `A message set ID must have 1 to ${MESSAGE_SET_ID_LIMIT} plain characters.`);
    }
  }
  const seen = new Set<string>();
  for (const { requestID } of requests) {
    if (!REQUEST_ID.test(requestID)) {
      yield badForm("requestID", `A request ID must have 1 to ${REQUEST_ID_LIMIT} plain characters.`);
    }
    if (seen.has(requestID))
      yield badForm("requestID", `The request ID ${requestID} is used twice in one set.`);
    seen.add(requestID);
  }
}

function* attributeProblems(
  message: Message,
  { metaData, iterator, iteratorID }: RequestAttributes,
): Generator<Problem> {
  const takes = new Set<string>(message.attributes);
  if (metaData && !takes.has("metaData")) yield unknownAttribute(message, "metaData");
  if ((iterator || iteratorID) && !takes.has("iterator")) yield unknownAttribute(message, "iterator");
  const needsID = iterator === "Continue" || iterator === "Stop";
  if (needsID !== (iteratorID !== undefined)) {
    yield badForm("iteratorID", "An iterator ID goes with Continue and Stop, and only with them.");
  }
}

const badForm = (path: string, text: string): Problem => ({ path, code: "bad-form", text });
const unknownAttribute = (message: Message, path: string): Problem => ({
  path,
  code: "unknown",
  text: `${message.name} takes no ${path}.`,
});
