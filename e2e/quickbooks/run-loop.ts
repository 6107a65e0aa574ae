import { readFileSync } from "node:fs";
import type { CompanyFile } from "./company/company-file";
import { type RunReport, reportLine } from "./connector/run-report";
import { runOnce } from "./connector/web-connector";
import type { Controlled } from "./control-server";

/** What the loop runs with. The files are read again at each run. */
export interface LoopOptions {
  qwcPath: string;
  passwordPath: string;
  company: CompanyFile;
  /** Called with one line a run. */
  say: (line: string) => void;
}

/** Runs updates one at a time, when told and at intervals. */
export class RunLoop implements Controlled {
  paused = false;
  lastRun?: { at: string; report: RunReport };
  readonly company: CompanyFile;
  private running: Promise<RunReport> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: LoopOptions) {
    this.company = options.company;
  }

  runNow(): Promise<RunReport> {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Runs at once and then every so many seconds after the end of each run. */
  start(everySeconds: number): void {
    const next = async () => {
      // A .qwc file that is just being replaced, say, must not end the loop.
      const failed = (error: unknown) =>
        this.options.say(`No run: ${error instanceof Error ? error.message : error}`);
      if (!this.paused) await this.runNow().catch(failed);
      if (this.timer !== undefined) this.timer = setTimeout(next, everySeconds * 1000);
    };
    this.timer = setTimeout(next, 0);
  }

  /** No further run is started; resolves when the one under way is over. */
  async stop(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  private async run(): Promise<RunReport> {
    const { qwcPath, passwordPath, company, say } = this.options;
    const at = new Date().toISOString();
    const report = await runOnce({
      qwc: readFileSync(qwcPath, "utf8"),
      password: readFileSync(passwordPath, "utf8").trim(),
      company,
    });
    this.lastRun = { at, report };
    say(`${at} ${reportLine(report)}`);
    return report;
  }
}
