import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { CompanyFile } from "../company/company-file";
import { readXml } from "../qbxml/read-xml";
import type { RunOptions } from "./conversation";
import type { RunReport } from "./run-report";
import { runOnce } from "./web-connector";

/** One call as it arrived. */
export interface Received {
  operation: string;
  parameters: Record<string, string>;
  headers: IncomingMessage["headers"];
  raw: string;
}

/** A reply in full, where a test needs one that is wrong. */
export interface RawReply {
  status?: number;
  contentType?: string;
  body: string;
}

/** What an operation answers: a result (strings for authenticate), or a whole reply. */
export type Answer = string | string[] | number | RawReply;
export type Answers = Record<string, Answer | ((received: Received) => Answer)>;

export const OWNER = "{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}";
/** An answer that never comes. */
export const HANG = "(no answer)";
const SERVICE = "http://developer.intuit.com/";

const escapeText = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** A well-formed reply of an operation, its result given as XML. */
export function soapReply(operation: string, result: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
    `<${operation}Response xmlns="${SERVICE}"><${operation}Result>${result}</${operation}Result></${operation}Response>` +
    "</s:Body></s:Envelope>"
  );
}

function bodyFor(operation: string, answer: string | string[] | number): string {
  if (Array.isArray(answer)) {
    return soapReply(operation, answer.map((one) => `<string>${escapeText(one)}</string>`).join(""));
  }
  return soapReply(operation, escapeText(String(answer)));
}

/** A throwaway SOAP service that says what the test tells it to. */
export class TestService {
  readonly received: Received[] = [];
  /** A new connection every time: a Web Connector remembers what it has added. */
  readonly fileId = `{${randomUUID()}}`;
  /** GET answers with this status; by path where set. */
  getStatus: Record<string, number> = {};
  private server: Server | undefined;

  constructor(public answers: Answers = {}) {}

  async start(): Promise<this> {
    this.server = createServer((request, response) => void this.handle(request, response));
    await new Promise<void>((resolve) => this.server?.listen(0, "127.0.0.1", resolve));
    return this;
  }

  stop(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  get origin(): string {
    const address = this.server?.address() as AddressInfo;
    return `http://localhost:${address.port}`;
  }

  /** The .qwc file that leads here; `change` maps an element to another content, or undefined to leave it out. */
  qwc(change: Record<string, string | undefined> = {}): string {
    const elements: Record<string, string | undefined> = {
      AppName: "Countersign test",
      AppID: "",
      AppURL: `${this.origin}/api/qbwc`,
      AppDescription: "Bills &amp; payments",
      AppSupport: `${this.origin}/support`,
      UserName: "tester",
      OwnerID: OWNER,
      FileID: this.fileId,
      QBType: "QBFS",
      Scheduler: "<RunEveryNMinutes>15</RunEveryNMinutes>",
      ...change,
    };
    const inner = Object.entries(elements).map(([name, value]) =>
      value === undefined ? "" : `<${name}>${value}</${name}>`,
    );
    return `<?xml version="1.0"?><QBWCXML>${inner.join("")}</QBWCXML>`;
  }

  operations(): string[] {
    return this.received.map(({ operation }) => operation);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "GET") {
      response.writeHead(this.getStatus[request.url ?? ""] ?? 200).end("hello");
      return;
    }
    let raw = "";
    for await (const part of request.setEncoding("utf8")) raw += part;
    const call = readXml(raw).children[0]?.children[0];
    const operation = call?.name ?? "";
    const parameters = Object.fromEntries((call?.children ?? []).map((node) => [node.name, node.text]));
    const received = { operation, parameters, headers: request.headers, raw };
    this.received.push(received);
    const told = this.answers[operation];
    const answer = typeof told === "function" ? told(received) : (told ?? "");
    if (answer === HANG) return;
    const whole = typeof answer === "object" && !Array.isArray(answer);
    const reply: RawReply = whole ? answer : { body: bodyFor(operation, answer) };
    response.writeHead(reply.status ?? 200, {
      "content-type": reply.contentType ?? "text/xml; charset=utf-8",
    });
    response.end(reply.body);
  }
}

/** A query that the demo company answers. */
export const QUERY =
  '<?xml version="1.0"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="stopOnError"><TermsQueryRq requestID="7"/></QBXMLMsgsRq></QBXML>';
/** A message that writes. */
export const ADD = QUERY.replace(
  '<TermsQueryRq requestID="7"/>',
  '<VendorAddRq requestID="8"><VendorAdd><Name>R &amp; D &#233;</Name></VendorAdd></VendorAddRq>',
);
/** A service that is content with everything. */
export const GOOD: Answers = {
  serverVersion: "1.0",
  clientVersion: "",
  authenticate: ["ticket-1", ""],
  receiveResponseXML: 100,
  closeConnection: "Finished",
};

/** sendRequestXML gives these one after another. */
export function messages(...list: string[]): Answers[string] {
  const left = [...list];
  return () => left.shift() ?? "";
}

/** Runs the Web Connector once against the service, which sends one query unless told otherwise. */
export function runAgainst(
  service: TestService,
  company: CompanyFile,
  answers: Answers,
  more: Partial<RunOptions> = {},
): Promise<RunReport> {
  service.answers = { ...GOOD, sendRequestXML: messages(QUERY), ...answers };
  return runOnce({ qwc: service.qwc(), password: "secret", company, noOpWaitMs: 1, ...more });
}
