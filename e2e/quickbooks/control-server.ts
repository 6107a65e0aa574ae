import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { CompanyFile } from "./company/company-file";
import { Refusal } from "./company/refusal";
import type { RunReport } from "./connector/run-report";
import {
  ACTIONS,
  BadRequest,
  type Body,
  billView,
  counts,
  vendorViews,
  wholeBillView,
} from "./control-actions";

/** What the control server steers. */
export interface Controlled {
  company: CompanyFile;
  paused: boolean;
  lastRun?: { at: string; report: RunReport };
  /** Starts a run, or joins the one under way. */
  runNow(): Promise<RunReport>;
}

const LARGEST_BODY = 1_000_000;

async function readBody(request: IncomingMessage): Promise<Body> {
  // A page in a browser cannot send this type to another origin without asking first.
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) {
    throw new BadRequest("The content type must be application/json");
  }
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST_BODY) throw new BadRequest("The body is too large");
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString("utf8");
  let body: unknown;
  try {
    body = text === "" ? {} : JSON.parse(text);
  } catch (error) {
    throw new BadRequest(`The body is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new BadRequest("An object is needed");
  return { ...body };
}

function summary(controlled: Controlled) {
  const { company, lastRun } = controlled;
  const report = lastRun?.report;
  return {
    company: company.state.name,
    path: company.state.path,
    closingDate: company.state.preferences.closingDate ?? null,
    counts: counts(company.state),
    paused: controlled.paused,
    switches: company.switches,
    refusals: company.refusals,
    lastRun: report && {
      at: lastRun?.at,
      ok: report.ok,
      statusText: report.statusText,
      messages: report.requests.length,
      writeMessages: report.writeMessages,
      error: report.error ?? null,
    },
  };
}

function get(controlled: Controlled, path: string): unknown {
  const { company } = controlled;
  if (path === "/state") return summary(controlled);
  if (path === "/vendors") return vendorViews(company);
  if (path === "/bills") return company.txns().map((bill) => billView(company, bill));
  const id = /^\/bills\/([^/]+)$/.exec(path)?.[1];
  const bill = id === undefined ? undefined : company.state.txns[decodeURIComponent(id)];
  return bill?.type === "Bill" ? wholeBillView(company, bill) : undefined;
}

async function post(controlled: Controlled, path: string, body: Body): Promise<unknown> {
  if (path === "/run-now") {
    const { ok, statusText, error, writeMessages, progress } = await controlled.runNow();
    return { ok, statusText, error: error ?? null, writeMessages, progress };
  }
  if (path === "/pause") {
    controlled.paused = body.paused !== false;
    return { paused: controlled.paused };
  }
  return ACTIONS[path]?.(controlled.company, body);
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(JSON.stringify(value));
}

async function handle(controlled: Controlled, request: IncomingMessage, response: ServerResponse) {
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  // A name that an attacker points at 127.0.0.1 is not one of these.
  if (host !== "127.0.0.1" && host !== "localhost") return answer(response, 403, { error: "Wrong host" });
  const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
  try {
    const value =
      request.method === "POST"
        ? await post(controlled, path, await readBody(request))
        : get(controlled, path);
    if (value === undefined) return answer(response, 404, { error: `Nothing at ${request.method} ${path}` });
    return answer(response, 200, value);
  } catch (error) {
    const code = error instanceof Refusal ? error.code : undefined;
    return answer(response, 400, { error: error instanceof Error ? error.message : String(error), code });
  }
}

/**
 * Starts the control server on 127.0.0.1.
 * @param port 0 lets the system choose; the server's address() tells.
 */
export function startControlServer(controlled: Controlled, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    void handle(controlled, request, response);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
