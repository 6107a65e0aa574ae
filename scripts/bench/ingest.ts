import { sql } from "drizzle-orm";
import { type Office, openOffice } from "@/lib/testing/office";
import { bareParse } from "./bare-parse";
import { type BenchServer, startBenchServer } from "./bench-server";
import { copyVendors } from "./copy-rows";
import { median, rounded } from "./figures";
import { ticketAt } from "./ticket-at";
import { envelope, vendorPage } from "./vendor-pages";

const ROWS = 20_000;
const PAGE = 5000;
const ROUNDS = 5;

const answerBody = (ticket: string, xml: string) =>
  Buffer.from(envelope("receiveResponseXML", { ticket, response: xml, hresult: "", message: "" }));

/** Asks for the next page; gives the requestID that its answer has to bear. */
async function ask(server: BenchServer, ticket: string): Promise<string> {
  const { result } = await server.call("sendRequestXML", {
    ticket,
    strHCPResponse: "",
    strCompanyFileName: "",
    qbXMLCountry: "US",
    qbXMLMajorVers: "13",
    qbXMLMinorVers: "0",
  });
  const [, requestId] = /VendorQueryRq[^&]* requestID=(?:&quot;|")([^"&]+)/.exec(result) ?? [];
  if (!requestId) throw new Error(`no page was asked for: ${result.slice(0, 500)}`);
  return requestId;
}

interface Round {
  ms: number;
  bytes: number;
  copyMs: number;
  parseMs: number;
}

/** All pages once, into an empty table: each from the first byte of its envelope to the answer after COMMIT. */
async function oneRound(office: Office, server: BenchServer): Promise<Round> {
  const { db } = office.database;
  await db.execute(sql`delete from vendors`);
  await db.execute(sql`vacuum analyze vendors`);
  await db.execute(sql`delete from pull_cursors`);
  const ticket = await ticketAt(office, "pull.vendor");
  const round: Round = { ms: 0, bytes: 0, copyMs: 0, parseMs: 0 };
  for (let from = 0; from < ROWS; from += PAGE) {
    const requestId = await ask(server, ticket);
    const body = answerBody(ticket, vendorPage(requestId, from, PAGE, ROWS));
    const { ms, result } = await server.post(body);
    if (Number(result) < 0) throw new Error("a page was refused");
    round.ms += ms;
    round.bytes += body.byteLength;
    round.parseMs += bareParse(body).ms;
  }
  const stored = await db.execute<{ count: string }>(sql`select count(*) from vendors`);
  if (stored.rows[0]?.count !== String(ROWS)) throw new Error("not every vendor came in");
  round.copyMs = await copyVendors(office.database.url);
  return round;
}

/**
 * Vendors from SOAP envelope to committed rows, in a server of its own; beside it COPY of the same rows and a
 * bare parse of the same bytes, in the same rounds. Medians of the rounds after one to warm up.
 */
export async function measureIngest(): Promise<Record<string, number>> {
  const office = await openOffice({ silentAfterSeconds: 0 });
  const server = await startBenchServer(office.database.url);
  try {
    await oneRound(office, server);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(office, server));
    const of = (value: (round: Round) => number) => rounded(median(rounds.map(value)));
    return {
      ingest_rows: ROWS,
      ingest_rows_per_s: of(({ ms }) => (ROWS * 1000) / ms),
      ingest_mb_per_s: of(({ ms, bytes }) => bytes / 1000 / ms),
      ingest_vs_copy_ratio: of(({ ms, copyMs }) => ms / copyMs),
      ingest_vs_bare_parse_ratio: of(({ ms, parseMs }) => ms / parseMs),
      copy_rows_per_s: of(({ copyMs }) => (ROWS * 1000) / copyMs),
      bare_parse_rows_per_s: of(({ parseMs }) => (ROWS * 1000) / parseMs),
    };
  } finally {
    await server.stop();
    await office.close();
  }
}

const MB = 1024 * 1024;

/** One envelope of 50 MB, in a fresh server: the most memory that process has held. */
export async function measurePeakMemory(): Promise<Record<string, number>> {
  const office = await openOffice({ silentAfterSeconds: 0 });
  const server = await startBenchServer(office.database.url);
  try {
    const perVendor = Buffer.byteLength(envelope("x", { response: vendorPage("0", 0, 1000, 1000) })) / 1000;
    const count = Math.ceil((50 * MB) / perVendor);
    const ticket = await ticketAt(office, "pull.vendor");
    const requestId = await ask(server, ticket);
    const body = answerBody(ticket, vendorPage(requestId, 0, count, count));
    const before = await server.peakMb();
    const { ms, result } = await server.post(body);
    if (Number(result) < 0) throw new Error("the envelope was refused");
    return {
      ingest_50mb_s: rounded(ms / 1000),
      ingest_idle_rss_mb: rounded(before),
      ingest_peak_rss_mb_at_50mb: rounded(await server.peakMb()),
    };
  } finally {
    await server.stop();
    await office.close();
  }
}
