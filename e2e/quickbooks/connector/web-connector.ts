import { addApplication, isAdded, remember } from "./add-application";
import { Conversation, Crash, type RunOptions } from "./conversation";
import { QbwcError } from "./qbwc-error";
import { readQwcFile } from "./qwc-file";
import { newReport, type RunReport } from "./run-report";

/**
 * Runs one update as the Web Connector does. What goes wrong is in the report; only errors in the simulation
 * itself are thrown. A .qwc file that has not been added yet is added first.
 */
export async function runOnce(options: RunOptions): Promise<RunReport> {
  let run: Conversation | undefined;
  try {
    const qwc = readQwcFile(options.qwc);
    if (!isAdded(qwc, options.company)) await addApplication(options.qwc, options.company, options.timeoutMs);
    remember(qwc);
    run = new Conversation(options, qwc);
    await run.converse();
    return run.report;
  } catch (error) {
    const report = run?.report ?? newReport();
    const code = error instanceof QbwcError ? error.code : error instanceof Crash ? "crash" : undefined;
    if (code === undefined || !(error instanceof Error)) throw error;
    return { ...report, ok: false, statusText: error.message, error: { code, message: error.message } };
  } finally {
    run?.end();
  }
}
