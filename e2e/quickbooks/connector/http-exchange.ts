import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { LineDropped } from "./qbwc-error";

/** A reply as it came: nothing decoded, no redirect followed. */
export interface HttpReply {
  status: number;
  contentType: string;
  body: Buffer;
}

export interface HttpRequest {
  method: "GET" | "POST";
  url: string;
  headers?: Record<string, string>;
  body?: Buffer;
  timeoutMs: number;
}

// .NET waits this long for "100 Continue" and then sends the body all the same.
const CONTINUE_WAIT_MS = 350;

function sendBody(outgoing: ClientRequest, body: Buffer | undefined): void {
  if (!body) {
    outgoing.end();
    return;
  }
  const send = () => {
    clearTimeout(timer);
    outgoing.removeListener("continue", send);
    if (!outgoing.writableEnded) outgoing.end(body);
  };
  const timer = setTimeout(send, CONTINUE_WAIT_MS);
  outgoing.once("continue", send);
  outgoing.once("close", () => clearTimeout(timer));
  outgoing.flushHeaders();
}

async function readReply(incoming: IncomingMessage): Promise<HttpReply> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(Buffer.from(part));
  return {
    status: incoming.statusCode ?? 0,
    contentType: incoming.headers["content-type"] ?? "",
    body: Buffer.concat(parts),
  };
}

/**
 * One HTTP exchange.
 * @throws LineDropped when there is no whole reply within the time.
 */
export function exchange(wanted: HttpRequest): Promise<HttpReply> {
  const secure = wanted.url.startsWith("https:");
  return new Promise((resolve, reject) => {
    const outgoing = (secure ? httpsRequest : httpRequest)(wanted.url, {
      method: wanted.method,
      headers: wanted.headers,
      agent: false,
    });
    const fail = (error: Error) => reject(new LineDropped(error.message));
    outgoing.setTimeout(wanted.timeoutMs, () => outgoing.destroy(new Error("The operation has timed out")));
    outgoing.once("error", fail);
    outgoing.once("response", (incoming) => readReply(incoming).then(resolve, fail));
    sendBody(outgoing, wanted.body);
  });
}
