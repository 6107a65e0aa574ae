import { type Office, openOffice } from "@/lib/testing/office";
import { type BenchServer, startBenchServer } from "./bench-server";
import { percentile, rounded } from "./figures";
import { ticketAt } from "./ticket-at";

const RUNS = 60;

/** The calls of one run that carry no message, authenticate aside. */
async function callsOf(office: Office, server: BenchServer): Promise<number[]> {
  const ticket = await ticketAt(office, "push");
  const calls: [string, Record<string, string>][] = [
    ["serverVersion", { strVersion: "2.3.0.215" }],
    ["clientVersion", { strVersion: "2.3.0.215" }],
    ["getLastError", { ticket }],
    ["getLastError", { ticket: "unknown" }],
    ["connectionError", { ticket, hresult: "0x80040401", message: "Could not access QuickBooks" }],
    ["getLastError", { ticket }],
    ["closeConnection", { ticket }],
  ];
  const times: number[] = [];
  for (const [operation, parameters] of calls) times.push((await server.call(operation, parameters)).ms);
  return times;
}

/** Over HTTP, as the Web Connector sees them. */
export async function measureControlCalls(): Promise<Record<string, number>> {
  const office = await openOffice({ silentAfterSeconds: 0 });
  const server = await startBenchServer(office.database.url);
  try {
    await callsOf(office, server);
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(...(await callsOf(office, server)));
    return {
      control_op_ms_p50: rounded(percentile(times, 0.5)),
      control_op_ms_p99: rounded(percentile(times, 0.99)),
    };
  } finally {
    await server.stop();
    await office.close();
  }
}
