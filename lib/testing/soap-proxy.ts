import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A call of the Web Connector on its way. */
export interface Passing {
  /** "sendRequestXML"; empty for the GET that looks at the certificate. */
  operation: string;
  body: Buffer;
  /** How many calls have passed before this one. */
  count: number;
}

/**
 * Where the line breaks: before the call reaches the server; in the middle of its body; while the server
 * works on it; after the server has answered.
 */
export type LineBreak = "before" | "half" | "meanwhile" | "after";

export interface SoapProxyOptions {
  /** The server that answers this call. */
  target(call: Passing): Promise<{ host: string; port: number }>;
  /** Asked with each call, and again with its reply: what breaks the line. */
  onCall?(call: Passing): LineBreak | undefined;
  onReply?(call: Passing, reply: string): LineBreak | undefined;
}

async function wholeBody(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** A stretch of HTTP between the Web Connector and one server or several, which can be broken. */
export async function openSoapProxy(options: SoapProxyOptions) {
  let count = 0;

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await wholeBody(incoming);
    const action = String(incoming.headers.soapaction ?? "");
    const call: Passing = { operation: /(\w+)"?$/.exec(action)?.[1] ?? "", body, count };
    count += 1;
    const lineBreak = options.onCall?.(call);
    const { host, port } = await options.target(call);
    if (lineBreak === "before") return void outgoing.destroy();
    const headers: OutgoingHttpHeaders = { ...incoming.headers, "content-length": String(body.length) };
    // The proxy has the whole body already: nobody is to wait for a "continue".
    delete headers.expect;
    const { method, url: path } = incoming;
    const upstream = request({ host, port, method, path, headers, agent: false });
    upstream.on("error", () => outgoing.destroy());
    if (lineBreak === "half") {
      upstream.write(body.subarray(0, Math.floor(body.length / 2)), () => {
        upstream.destroy();
        outgoing.destroy();
      });
      return;
    }
    if (lineBreak === "meanwhile") outgoing.destroy();
    upstream.end(body);
    upstream.on("response", (response) => {
      response.on("error", () => outgoing.destroy());
      wholeBody(response).then(
        (reply) => {
          if (options.onReply?.(call, reply.toString("utf8")) === "after") return void outgoing.destroy();
          if (outgoing.destroyed) return;
          outgoing.writeHead(response.statusCode ?? 502, response.headers);
          outgoing.end(reply);
        },
        () => outgoing.destroy(),
      );
    });
  }

  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
