import { readXml, type XmlNode } from "../qbxml/read-xml";
import { exchange, type HttpReply } from "./http-exchange";
import { QbwcError } from "./qbwc-error";

/** The operations the Web Connector calls. */
export type Operation =
  | "serverVersion"
  | "clientVersion"
  | "authenticate"
  | "sendRequestXML"
  | "receiveResponseXML"
  | "connectionError"
  | "getLastError"
  | "closeConnection";

/** The error the user sees when that call fails in any way. */
export const FAILURE_CODES: Record<Operation, string> = {
  serverVersion: "QBWC1036",
  clientVersion: "QBWC1036",
  authenticate: "QBWC1012",
  sendRequestXML: "QBWC1041",
  receiveResponseXML: "QBWC1042",
  getLastError: "QBWC1043",
  closeConnection: "QBWC1044",
  connectionError: "QBWC1045",
};

const SERVICE = "http://developer.intuit.com/";
const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
const NIL = "http://www.w3.org/2001/XMLSchema-instance";
const USER_AGENT = "Mozilla/4.0 (compatible; MSIE 6.0; MS Web Services Client Protocol 4.0.30319.42000)";

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\r/g, "&#xD;");
}

/** The request as .NET writes it: every parameter as an element, an empty one closed in itself. */
function envelope(operation: Operation, parameters: [name: string, value: string][]): string {
  const inner = parameters
    .map(([name, value]) => (value === "" ? `<${name} />` : `<${name}>${escapeText(value)}</${name}>`))
    .join("");
  const call =
    inner === ""
      ? `<${operation} xmlns="${SERVICE}" />`
      : `<${operation} xmlns="${SERVICE}">${inner}</${operation}>`;
  return (
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope ' +
    `xmlns:soap="${SOAP}" xmlns:xsi="${NIL}" xmlns:xsd="http://www.w3.org/2001/XMLSchema">` +
    `<soap:Body>${call}</soap:Body></soap:Envelope>`
  );
}

/** An element with its namespaces worked out. */
interface Named {
  namespace: string;
  local: string;
  nil: boolean;
  text: string;
  children: Named[];
}

function resolve(node: XmlNode, outer: Record<string, string>): Named {
  const scope = { ...outer };
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name === "xmlns") scope[""] = value;
    else if (name.startsWith("xmlns:")) scope[name.slice(6)] = value;
  }
  const split = (name: string): [string, string] => {
    const colon = name.indexOf(":");
    return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
  };
  const [prefix, local] = split(node.name);
  const namespace = scope[prefix];
  if (namespace === undefined && prefix !== "") throw new Error(`The prefix ${prefix} has no namespace`);
  const nil = Object.entries(node.attributes).some(([name, value]) => {
    const [attributePrefix, attribute] = split(name);
    return attribute === "nil" && scope[attributePrefix] === NIL && (value === "true" || value === "1");
  });
  return {
    namespace: namespace ?? "",
    local,
    nil,
    text: node.text,
    children: node.children.map((child) => resolve(child, scope)),
  };
}

function is(node: Named | undefined, namespace: string, local: string): boolean {
  return node?.namespace === namespace && node.local === local;
}

function faultText(body: Named): string | undefined {
  const fault = body.children.find((node) => is(node, SOAP, "Fault"));
  if (!fault) return undefined;
  // faultstring is unqualified in SOAP 1.1.
  return fault.children.find((node) => node.local === "faultstring")?.text ?? "a SOAP fault without words";
}

function bodyOf(reply: HttpReply): Named {
  if (!/^text\/xml\b/i.test(reply.contentType)) {
    throw new Error(`The reply is "${reply.contentType}" with HTTP status ${reply.status}, not text/xml`);
  }
  const charset = /charset="?([^";\s]+)/i.exec(reply.contentType)?.[1] ?? "utf-8";
  if (charset.toLowerCase() !== "utf-8") throw new Error(`The reply is in ${charset}`);
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(reply.body);
  // A byte-order mark, a blank line or a printed warning before the declaration all end here.
  if (!text.startsWith("<?xml "))
    throw new Error(`The reply begins with ${JSON.stringify(text.slice(0, 20))}`);
  const root = resolve(readXml(text), {});
  if (!is(root, SOAP, "Envelope")) throw new Error("The reply is not a SOAP 1.1 envelope");
  const body = root.children.find((node) => is(node, SOAP, "Body"));
  if (!body || root.children.at(-1) !== body) throw new Error("The envelope has no Body at its end");
  return body;
}

/** The result element of a reply; undefined when it is left out or nil, which .NET reads as null. */
function resultOf(operation: Operation, reply: HttpReply): Named | undefined {
  const body = bodyOf(reply);
  const fault = faultText(body);
  if (fault !== undefined) throw new Error(`The server answered with a SOAP fault: ${fault}`);
  if (reply.status !== 200) throw new Error(`The server answered with HTTP status ${reply.status}`);
  const [response, more] = body.children;
  if (more || !response || !is(response, SERVICE, `${operation}Response`)) {
    throw new Error(`The Body holds ${response?.local ?? "nothing"}, not ${operation}Response`);
  }
  const [result, other] = response.children;
  if (!result) return undefined;
  if (other || !is(result, SERVICE, `${operation}Result`)) {
    throw new Error(
      `${operation}Response holds ${other?.local ?? result.local} in ${result.namespace || "no namespace"}`,
    );
  }
  return result.nil ? undefined : result;
}

/** How a result is read, by its type in the WSDL. */
function textResult(result: Named | undefined): string {
  if (!result) return "";
  if (result.children.length > 0)
    throw new Error(`${result.local} holds elements; qbXML must be escaped text`);
  return result.text;
}

function intResult(result: Named | undefined): number {
  const text = textResult(result).trim();
  if (!/^[+-]?\d{1,10}$/.test(text)) throw new Error(`"${text}" is not an integer`);
  return Number(text);
}

function stringsResult(result: Named | undefined): string[] {
  const children = result?.children ?? [];
  const strange = children.find((node) => !is(node, SERVICE, "string"));
  if (strange) throw new Error(`The array holds ${strange.local} in ${strange.namespace || "no namespace"}`);
  return children.map((node) => (node.nil ? "" : textResult(node)));
}

/** One call, with what it took. */
export interface SoapCall<Result> {
  result: Result;
  ms: number;
  requestBytes: number;
  responseBytes: number;
}

export interface SoapTarget {
  url: string;
  timeoutMs: number;
}

async function call<Result>(
  target: SoapTarget,
  operation: Operation,
  parameters: [name: string, value: string][],
  read: (result: Named | undefined) => Result,
): Promise<SoapCall<Result>> {
  const body = Buffer.from(envelope(operation, parameters), "utf8");
  const started = performance.now();
  try {
    const reply = await exchange({
      method: "POST",
      url: target.url,
      timeoutMs: target.timeoutMs,
      body,
      headers: {
        "User-Agent": USER_AGENT,
        "Content-Type": "text/xml; charset=utf-8",
        SOAPAction: `"${SERVICE}${operation}"`,
        "Content-Length": String(body.length),
        Expect: "100-continue",
      },
    });
    const result = read(resultOf(operation, reply));
    const ms = performance.now() - started;
    return { result, ms, requestBytes: body.length, responseBytes: reply.body.length };
  } catch (error) {
    throw new QbwcError(FAILURE_CODES[operation], error instanceof Error ? error.message : String(error));
  }
}

type Parameters = [name: string, value: string][];

/** Calls an operation that returns a string. @throws QbwcError with the operation's own code. */
export function callForText(target: SoapTarget, operation: Operation, parameters: Parameters) {
  return call(target, operation, parameters, textResult);
}

/** Calls receiveResponseXML, the only one that returns an integer. @throws QbwcError */
export function callForInt(target: SoapTarget, operation: Operation, parameters: Parameters) {
  return call(target, operation, parameters, intResult);
}

/** Calls authenticate, the only one that returns an array. @throws QbwcError */
export function callForStrings(target: SoapTarget, operation: Operation, parameters: Parameters) {
  return call(target, operation, parameters, stringsResult);
}
