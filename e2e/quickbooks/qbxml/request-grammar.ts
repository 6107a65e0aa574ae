import { BLOCKS } from "./blocks";
import { checkContent, GrammarError, grammar, type Particle } from "./grammar";
import { LIST_REQUESTS } from "./list-requests";
import { ITERATED, QUERY_REQUESTS } from "./query-requests";
import type { XmlNode } from "./read-xml";
import { TXN_REQUESTS } from "./txn-requests";

const NOTATIONS = { ...LIST_REQUESTS, ...TXN_REQUESTS, ...QUERY_REQUESTS };
const compiled = new Map<string, Particle[]>();

function contentOf(request: string): Particle[] | undefined {
  const notation = NOTATIONS[request];
  if (notation === undefined) return undefined;
  const known = compiled.get(request) ?? grammar(notation, BLOCKS);
  compiled.set(request, known);
  return known;
}

const METADATA = ["NoMetaData", "MetaDataOnly", "MetaDataAndResponseData"];

function checkAttributes(request: string, node: XmlNode): void {
  for (const [name, value] of Object.entries(node.attributes)) {
    const query = request.endsWith("Query");
    const company = request === "HostQuery" || request === "CompanyQuery" || request === "PreferencesQuery";
    const known =
      name === "requestID" ||
      (name === "metaData" && query && !company && METADATA.includes(value)) ||
      (name === "iterator" && ITERATED.has(request) && ["Start", "Continue", "Stop"].includes(value)) ||
      (name === "iteratorID" && ITERATED.has(request));
    if (!known) throw new GrammarError(`${node.name} does not take ${name}="${value}"`);
  }
}

/** "BillAddRq" is "BillAdd"; undefined when QuickBooks (as far as it is simulated) has no such request. */
export function requestName(node: XmlNode): string | undefined {
  const name = node.name.endsWith("Rq") ? node.name.slice(0, -2) : "";
  return name in NOTATIONS ? name : undefined;
}

/**
 * Checks one request against the grammar, strictly in order.
 * @param version the number in the document's `<?qbxml version?>`.
 * @throws GrammarError
 */
export function checkRequest(node: XmlNode, version: number): void {
  const request = requestName(node);
  const content = request && contentOf(request);
  if (!request || !content) throw new GrammarError(`${node.name} is not a known request`);
  checkAttributes(request, node);
  if (node.text.trim() !== "") throw new GrammarError(`${node.name} holds text between its elements`);
  checkContent(content, node, { version, clearable: request.endsWith("Mod") });
}
