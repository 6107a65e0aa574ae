import { GrammarError } from "../qbxml/grammar";
import { readXml, XmlError, type XmlNode } from "../qbxml/read-xml";
import { checkRequest } from "../qbxml/request-grammar";
import { spokenVersions } from "./company-queries";
import { QuickBooksError } from "./refusal";
import type { Switches } from "./switches";

/** A message set that is well formed and fits the grammar. */
export interface MessageSet {
  requests: XmlNode[];
  stopOnError: boolean;
  /** responseData="includeNone": answers to writing requests carry no Ret. */
  withoutRets: boolean;
  newId?: string;
  oldId?: string;
  /** Requests that only a wrong value spoils, with the status they get: see Switches.wrongValues. */
  spoiled: Map<XmlNode, { code: number; message: string }>;
}

/** QuickBooks' one answer to anything it cannot parse. */
function unparsable(why: string): QuickBooksError {
  return new QuickBooksError(
    "0x80040400",
    `QuickBooks found an error when parsing the provided XML text stream. (${why})`,
  );
}

function versionOf(xml: string, switches: Switches): number {
  const stated = /<\?qbxml\s+version="([^"]*)"\s*\?>/.exec(xml)?.[1];
  if (stated === undefined) throw unparsable("the qbxml version instruction is missing");
  if (!spokenVersions(switches).includes(stated)) {
    throw new QuickBooksError(
      "0x80040423",
      `The version of qbXML that was requested, ${stated}, is not supported.`,
    );
  }
  return Number(stated);
}

function envelope(xml: string): XmlNode {
  const root = readXml(xml);
  const set = root.children[0];
  const plain = root.name === "QBXML" && Object.keys(root.attributes).length === 0;
  if (!plain || root.text.trim() !== "" || root.children.length !== 1 || set?.name !== "QBXMLMsgsRq") {
    throw new GrammarError("the document is not QBXML with one QBXMLMsgsRq");
  }
  const { onError, responseData = "includeAll" } = set.attributes;
  const names = ["onError", "newMessageSetID", "oldMessageSetID", "responseData"];
  const strange = Object.keys(set.attributes).find((name) => !names.includes(name));
  if (strange) throw new GrammarError(`QBXMLMsgsRq has no attribute ${strange}`);
  // rollbackOnError stands in the schema but QuickBooks Desktop does not support it.
  if (onError !== "stopOnError" && onError !== "continueOnError")
    throw new GrammarError("onError is wrong or missing");
  if (responseData !== "includeAll" && responseData !== "includeNone")
    throw new GrammarError("responseData is wrong");
  if (set.text.trim() !== "") throw new GrammarError("QBXMLMsgsRq holds text");
  return set;
}

function read(xml: string, switches: Switches): MessageSet {
  const version = versionOf(xml, switches);
  const set = envelope(xml);
  const spoiled: MessageSet["spoiled"] = new Map();
  for (const request of set.children) {
    try {
      checkRequest(request, version);
    } catch (error) {
      const value = error instanceof GrammarError && error.code !== undefined;
      if (!value || switches.wrongValues === "hresult") throw error;
      spoiled.set(request, { code: error.code ?? 3000, message: error.message });
    }
  }
  const { onError, newMessageSetID, oldMessageSetID, responseData } = set.attributes;
  return {
    requests: set.children,
    stopOnError: onError === "stopOnError",
    withoutRets: responseData === "includeNone",
    newId: newMessageSetID,
    oldId: oldMessageSetID,
    spoiled,
  };
}

/**
 * Reads a qbXML document as QuickBooks does before it runs anything of it.
 * @throws QuickBooksError 0x80040400 for whatever does not parse or fit, 0x80040423 for an unknown version.
 */
export function readMessageSet(xml: string, switches: Switches): MessageSet {
  try {
    return read(xml, switches);
  } catch (error) {
    if (error instanceof XmlError || error instanceof GrammarError) throw unparsable(error.message);
    throw error;
  }
}
