import { type Office, openOffice } from "@/lib/testing/office";
import { type BenchServer, startBenchServer } from "./bench-server";
import { percentile, rounded } from "./figures";
import { ticketAt } from "./ticket-at";

/** A server is measured as it is after its first minutes: compiled, connected, its caches filled. */
const WARM_UP = 40;
const RUNS = 150;

type Call = [operation: string, parameters: Record<string, string>];

const asked = (ticket: string): Call[] => [
  ["serverVersion", { strVersion: "2.3.0.215" }],
  ["clientVersion", { strVersion: "2.3.0.215" }],
  ["getLastError", { ticket }],
  ["getLastError", { ticket: "unknown" }],
];

/** The company file cannot be opened: the run fails, and is asked about and closed all the same. */
const failing = (ticket: string): Call[] => [
  ["connectionError", { ticket, hresult: "0x80040401", message: "Could not access QuickBooks" }],
  ["getLastError", { ticket }],
  ["closeConnection", { ticket }],
];

/** The calls of two runs that carry no message, authenticate aside: one that ends well, one that fails. */
async function callsOfTwo(office: Office, server: BenchServer): Promise<number[]> {
  const times: number[] = [];
  for (const isFailing of [false, true]) {
    const ticket = await ticketAt(office, "push");
    const end: Call[] = isFailing ? failing(ticket) : [["closeConnection", { ticket }]];
    for (const [operation, parameters] of [...asked(ticket), ...end]) {
      times.push((await server.call(operation, parameters)).ms);
    }
  }
  return times;
}

/** Over HTTP, as the Web Connector sees them. */
export async function measureControlCalls(): Promise<Record<string, number>> {
  const office = await openOffice({ silentAfterSeconds: 0 });
  const server = await startBenchServer(office.database.url);
  try {
    for (let run = 0; run < WARM_UP; run += 1) await callsOfTwo(office, server);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(...(await callsOfTwo(office, server)));
    return {
      control_op_ms_p50: rounded(percentile(times, 0.5)),
      control_op_ms_p99: rounded(percentile(times, 0.99)),
    };
  } finally {
    await server.stop();
    await office.close();
  }
}
