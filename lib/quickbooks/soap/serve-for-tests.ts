import { createServer, type IncomingHttpHeaders, type IncomingMessage, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { CallerInfo, Conversation } from "@/lib/quickbooks/run/conversation";
import { handleSoap, type SoapOptions } from "@/lib/quickbooks/soap/handle";

/** What reached the conversation: the operation, and its arguments with every payload read as text. */
export interface Heard {
  operation: string;
  args: Record<string, unknown>;
}

/** A conversation that writes down what it hears and answers what it was told to. */
export function listener(answers: { [K in keyof Conversation]?: Awaited<ReturnType<Conversation[K]>> } = {}) {
  const heard: Heard[] = [];
  const hear = (operation: string, args: Record<string, unknown> = {}) => heard.push({ operation, args });
  const conversation: Conversation = {
    async serverVersion() {
      hear("serverVersion");
      return answers.serverVersion ?? "1.0";
    },
    async clientVersion(args) {
      hear("clientVersion", args);
      return answers.clientVersion ?? "";
    },
    async authenticate(args: { strUserName: string; strPassword: string; from: CallerInfo }) {
      hear("authenticate", args);
      return answers.authenticate ?? ["t-1", ""];
    },
    async sendRequestXML(args) {
      hear("sendRequestXML", { ...args, strHCPResponse: await args.strHCPResponse.text() });
      return answers.sendRequestXML ?? "";
    },
    async receiveResponseXML(args) {
      // A long text is told by its length alone: the test must not hold what the service must not.
      const { response } = args;
      hear("receiveResponseXML", {
        ...args,
        response: response.size > 4_000_000 ? response.size : await response.text(),
      });
      return answers.receiveResponseXML ?? 100;
    },
    async connectionError(args) {
      hear("connectionError", args);
      return answers.connectionError ?? "done";
    },
    async getLastError(args) {
      hear("getLastError", args);
      return answers.getLastError ?? "";
    },
    async closeConnection(args) {
      hear("closeConnection", args);
      return answers.closeConnection ?? "OK";
    },
  };
  return { conversation, heard };
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** handleSoap behind a real HTTP server on a free port of this machine. */
export async function serve(options: Partial<SoapOptions> & Pick<SoapOptions, "conversation">) {
  const log: { level: "warn" | "error"; fields: Record<string, unknown> }[] = [];
  const finished: Promise<unknown>[] = [];
  const complete: SoapOptions = {
    maxBytes: 256 * 1024 * 1024,
    publicUrl: undefined,
    log: {
      warn: (fields) => log.push({ level: "warn", fields }),
      error: (fields) => log.push({ level: "error", fields }),
    },
    ...options,
  };
  const server = createServer((incoming, outgoing) => {
    const handled = handleSoap(webRequest(incoming), complete).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
    finished.push(handled);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    log,
    url: `http://127.0.0.1:${port}/api/qbwc`,
    /** Resolves when every request so far has been dealt with, answered or not. */
    settled: () => Promise.all(finished),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
    /** POSTs a body as a .NET client does; an iterable body goes out chunked. */
    post: (body: string | Uint8Array | Iterable<string>, headers: Record<string, string> = {}) =>
      exchange(port, "POST", body, { "content-type": "text/xml; charset=utf-8", ...headers }),
    ask: (method: string, path = "/api/qbwc", headers: Record<string, string> = {}) =>
      exchange(port, method, "", headers, path),
  };
}

function webRequest(incoming: IncomingMessage): Request {
  const { method = "GET", headers, url = "/" } = incoming;
  const init: RequestInit & { duplex?: "half" } = { method, headers: headers as Record<string, string> };
  if (method !== "GET" && method !== "HEAD") {
    init.body = Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>;
    init.duplex = "half";
  }
  return new Request(`http://${headers.host}${url}`, init);
}

function exchange(
  port: number,
  method: string,
  body: string | Uint8Array | Iterable<string>,
  headers: Record<string, string>,
  path = "/api/qbwc",
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send({ host: "127.0.0.1", port, method, path, headers, agent: false }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on("data", (piece: Buffer) => pieces.push(piece));
      incoming.on("error", reject);
      incoming.on("end", () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(pieces).toString("utf-8"),
        }),
      );
    });
    outgoing.on("error", reject);
    if (typeof body === "string" || body instanceof Uint8Array) outgoing.end(body);
    else Readable.from(body, { objectMode: true }).pipe(outgoing);
  });
}

/** A request as the .NET Framework writes it. `inner` is the operation's element. */
export function envelope(inner: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">' +
    `<soap:Body>${inner}</soap:Body></soap:Envelope>`
  );
}

/** An operation's element with these parameters, given as XML. */
export function callOf(name: string, parameters: Record<string, string>): string {
  const fields = Object.entries(parameters).map(([key, value]) => `<${key}>${value}</${key}>`);
  return `<${name} xmlns="http://developer.intuit.com/">${fields.join("")}</${name}>`;
}
