import type { Operation } from "./soap-call";

/** A step that hooks see: a SOAP call, or QuickBooks at work on a request. */
export type Step = Operation | "ProcessRequest";

/** What a hook is told: the text that goes in, and after the call what came out. */
export interface StepContext {
  /** How often this step has come in the run, from 1. */
  count: number;
  /** The qbXML on its way: for ProcessRequest and receiveResponseXML. */
  xml?: string;
  /** What the step gave. */
  result?: string;
}

/**
 * Called around every step. Throwing LineDropped breaks the connection at that moment; throwing anything else
 * is the end of the connector or of the PC: nothing more is called.
 */
export interface Hooks {
  beforeCall?: (step: Step, context: StepContext) => void | Promise<void>;
  afterCall?: (step: Step, context: StepContext) => void | Promise<void>;
}

export interface CallRecord {
  operation: Operation;
  ms: number;
  requestBytes: number;
  responseBytes: number;
}

/** What one run was. */
export interface RunReport {
  /** False when anything went wrong that the user would see as an error. */
  ok: boolean;
  /** The status column: closeConnection's text, getLastError's, or the error. */
  statusText: string;
  calls: CallRecord[];
  sendRequestCalls: number;
  /** qbXML documents that add, change, delete or void something. */
  writeMessages: number;
  /** Every qbXML document the server sent, in order. */
  requests: string[];
  /** What QuickBooks answered to each; "" where it threw. */
  replies: string[];
  /** What receiveResponseXML returned, in order. */
  progress: number[];
  serverVersion: string;
  /** authenticate's strings from the second on. */
  authenticated: string[];
  /** QBWC code, "crash" when a hook ended it, "server" when the server reported the error itself. */
  error?: { code: string; message: string };
}

/** A report of nothing yet. */
export function newReport(): RunReport {
  return {
    ok: false,
    statusText: "",
    calls: [],
    sendRequestCalls: 0,
    writeMessages: 0,
    requests: [],
    replies: [],
    progress: [],
    serverVersion: "",
    authenticated: [],
  };
}

/** Whether a qbXML document writes. */
export function isWriting(qbxml: string): boolean {
  return /<\w+(Add|Mod|Del|Void)Rq[\s>]/.test(qbxml);
}

/** The report in one line, for a log. */
export function reportLine(report: RunReport): string {
  const parts = [
    report.ok ? "ok" : "failed",
    `${report.requests.length} messages (${report.writeMessages} writing)`,
    `${report.calls.length} calls`,
    `${Math.round(report.calls.reduce((sum, call) => sum + call.ms, 0))} ms`,
  ];
  if (report.error) parts.push(`${report.error.code}: ${report.error.message}`);
  return `${parts.join(", ")}. ${report.statusText}`.trim();
}
