import { randomUUID } from "node:crypto";
import { nearestHop } from "@/lib/core/nearest-hop";
import type { CallerInfo, Conversation } from "@/lib/quickbooks/run/conversation";
import { type AuthorizeTicket, readCall } from "@/lib/quickbooks/soap/envelope";
import { faultDocument, SoapFault } from "@/lib/quickbooks/soap/fault";
import type { Result } from "@/lib/quickbooks/soap/operations";
import { replyDocument } from "@/lib/quickbooks/soap/reply";
import { RequestBody, UploadAborted } from "@/lib/quickbooks/soap/request-body";
import { SERVICE_PAGE_POLICY, servicePage } from "@/lib/quickbooks/soap/service-page";
import { wsdlDocument } from "@/lib/quickbooks/soap/wsdl";

/** Where this room reports; pino's logger fits. Never given tickets, passwords or documents. */
export interface SoapLog {
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

export interface SoapOptions {
  conversation: Conversation;
  /** The longest request body read, in bytes. */
  maxBytes: number;
  /** The site's public address (NEXTAUTH_URL); without it the request's own host is named. */
  publicUrl: string | undefined;
  log: SoapLog;
  /** When given, a payload is kept only if this accepts the ticket that came before it. */
  authorizeTicket?: AuthorizeTicket;
}

const METHODS = "GET, HEAD, POST, OPTIONS";

/**
 * The Web Connector's endpoint. POST is a SOAP call; GET with ?wsdl describes the service; a plain GET or
 * HEAD is a page with status 200, as the Web Connector's certificate check needs. Never rejects.
 */
export async function handleSoap(request: Request, options: SoapOptions): Promise<Response> {
  switch (request.method) {
    case "POST":
      return answerCall(request, options);
    case "GET":
    case "HEAD":
      return describeService(request, options.publicUrl);
    case "OPTIONS":
      return new Response(null, { status: 204, headers: { allow: METHODS } });
    default:
      return new Response(null, { status: 405, headers: { allow: METHODS } });
  }
}

async function answerCall(request: Request, options: SoapOptions): Promise<Response> {
  const body = new RequestBody(request, options.maxBytes);
  try {
    const call = await readCall(body.utf8(), options.authorizeTicket);
    try {
      const { operation } = call;
      let result: Result;
      if (call.isTicketUnknown && operation.unknownTicket) {
        await body.discard();
        result = operation.unknownTicket;
      } else {
        result = await operation.answer(options.conversation, call.args, callerOf(request));
      }
      return xmlResponse(200, replyDocument(operation, result));
    } finally {
      await call.dispose();
    }
  } catch (error) {
    const fault = faultOf(error, request, options.log);
    await body.discard();
    // SOAP 1.1 (6.2) asks for 500, the client's fault or not. A .NET client shows the fault's text only
    // then: to 400 or 413 it answers with the bare status, and nobody learns what was wrong.
    return xmlResponse(500, faultDocument(fault.code, fault.message));
  }
}

function faultOf(error: unknown, request: Request, log: SoapLog): SoapFault {
  const from = callerOf(request).address;
  if (error instanceof SoapFault || error instanceof UploadAborted) {
    log.warn({ from, reason: error.message }, "A Web Connector request was refused");
    return error instanceof SoapFault ? error : new SoapFault("Client", error.message);
  }
  const errorId = randomUUID();
  log.error({ from, errorId, err: error }, "A Web Connector call failed");
  return new SoapFault(
    "Server",
    `Countersign could not answer. Run the update again; if this comes back, report error ${errorId}.`,
  );
}

function describeService(request: Request, publicUrl: string | undefined): Response {
  const isWsdl = [...new URL(request.url).searchParams.keys()].some((key) => key.toLowerCase() === "wsdl");
  const address = addressOf(request, publicUrl);
  const response = isWsdl ? xmlResponse(200, wsdlDocument(address)) : pageResponse(servicePage(address));
  return request.method === "HEAD" ? new Response(null, response) : response;
}

function addressOf(request: Request, publicUrl: string | undefined): string {
  const { origin, pathname } = new URL(request.url);
  if (publicUrl) return new URL(pathname, publicUrl).href;
  const protocol = firstHop(request, "x-forwarded-proto");
  const host = firstHop(request, "x-forwarded-host") || (request.headers.get("host") ?? "");
  const scheme = protocol === "https" || protocol === "http" ? `${protocol}:` : new URL(origin).protocol;
  return /^[\w.-]+(:\d{1,5})?$/.test(host) ? `${scheme}//${host}${pathname}` : `${origin}${pathname}`;
}

function callerOf(request: Request): CallerInfo {
  return {
    address: nearestHop(request.headers.get("x-forwarded-for")),
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300),
  };
}

function firstHop(request: Request, header: string): string {
  return request.headers.get(header)?.split(",")[0]?.trim() ?? "";
}

function xmlResponse(status: number, document: string): Response {
  return documentResponse(status, document, { "content-type": "text/xml; charset=utf-8" });
}

function pageResponse(document: string): Response {
  return documentResponse(200, document, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": SERVICE_PAGE_POLICY,
    "referrer-policy": "no-referrer",
  });
}

function documentResponse(status: number, document: string, headers: Record<string, string>): Response {
  const bytes = Buffer.from(document, "utf-8");
  return new Response(bytes, {
    status,
    headers: {
      ...headers,
      "content-length": String(bytes.byteLength),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
