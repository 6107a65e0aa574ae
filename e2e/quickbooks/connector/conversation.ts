import type { CompanyFile } from "../company/company-file";
import { QuickBooksError } from "../company/refusal";
import type { Session } from "../company/session";
import { LineDropped, QbwcError } from "./qbwc-error";
import type { QwcFile } from "./qwc-file";
import { type Hooks, isWriting, newReport, type RunReport, type Step } from "./run-report";
import {
  callForInt,
  callForStrings,
  callForText,
  FAILURE_CODES,
  type Operation,
  type SoapCall,
  type SoapTarget,
} from "./soap-call";

/** One press of Update Selected. */
export interface RunOptions {
  /** Path of the .qwc file, or its XML. */
  qwc: string;
  password: string;
  company: CompanyFile;
  hooks?: Hooks;
  /** Wait after NoOp. QBWC waits 5,000. */
  noOpWaitMs?: number;
  /** The .NET default, 100,000. */
  timeoutMs?: number;
  /** Whether closeConnection follows none, nvu and busy; sources disagree. */
  closeAfterNoSession?: boolean;
  connectorVersion?: string;
}

/** A hook ended the connector: no further call is made, not even closeConnection. */
export class Crash extends Error {}

const VERSION = "2.3.0.215";
const QBXML_MAJOR = "16";
const QBXML_MINOR = "0";
const MOST_CONNECTION_ERRORS = 5;
const HCP_QUERIES = (ownerId: string) =>
  '<?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML><QBXMLMsgsRq onError="continueOnError">' +
  `<HostQueryRq requestID="0"/><CompanyQueryRq requestID="1"><OwnerID>${ownerId}</OwnerID></CompanyQueryRq>` +
  '<PreferencesQueryRq requestID="2"/></QBXMLMsgsRq></QBXML>';

/** One conversation, from serverVersion to closeConnection. */
export class Conversation {
  readonly report: RunReport = newReport();
  private readonly counts = new Map<Step, number>();
  private readonly target: SoapTarget;
  private session: Session | undefined;
  private ticket = "";

  constructor(
    private readonly options: RunOptions,
    private readonly qwc: QwcFile,
  ) {
    this.target = { url: qwc.appUrl, timeoutMs: options.timeoutMs ?? 100_000 };
  }

  async converse(): Promise<void> {
    this.report.serverVersion = await this.text("serverVersion", []);
    await this.agreeOnVersion();
    const path = await this.authenticate();
    if (path === undefined) return;
    if (!(await this.openCompany(path))) return;
    await this.exchangeMessages();
  }

  end(): void {
    this.session?.end();
  }

  private async hook(
    which: "beforeCall" | "afterCall",
    step: Step,
    xml?: string,
    result?: string,
  ): Promise<void> {
    const hook = this.options.hooks?.[which];
    if (!hook) return;
    try {
      await hook(step, { count: this.counts.get(step) ?? 0, xml, result });
    } catch (error) {
      if (error instanceof LineDropped && step !== "ProcessRequest") {
        throw new QbwcError(FAILURE_CODES[step], error.message);
      }
      throw new Crash(error instanceof Error ? error.message : String(error));
    }
  }

  private async call<Result>(
    operation: Operation,
    run: () => Promise<SoapCall<Result>>,
    xml?: string,
  ): Promise<Result> {
    this.counts.set(operation, (this.counts.get(operation) ?? 0) + 1);
    await this.hook("beforeCall", operation, xml);
    const { result, ...record } = await run();
    this.report.calls.push({ operation, ...record });
    await this.hook("afterCall", operation, xml, String(result));
    return result;
  }

  private text(operation: Operation, parameters: [string, string][]): Promise<string> {
    return this.call(operation, () => callForText(this.target, operation, parameters));
  }

  private async agreeOnVersion(): Promise<void> {
    const version = this.options.connectorVersion ?? VERSION;
    const answer = await this.text("clientVersion", [["strVersion", version]]);
    // W: is a warning box; unattended, the user's "go on" is taken as given.
    if (answer === "" || answer.startsWith("W:")) return;
    const stop = answer.startsWith("E:") || answer.startsWith("O:");
    throw new QbwcError(stop ? "QBWC1037" : "QBWC1046", answer);
  }

  /** The company file to open; undefined when there is no session to have. */
  private async authenticate(): Promise<string | undefined> {
    const answer = await this.call("authenticate", () =>
      callForStrings(this.target, "authenticate", [
        ["strUserName", this.qwc.userName],
        ["strPassword", this.options.password],
      ]),
    );
    const [ticket, status] = answer;
    if (ticket === undefined || status === undefined) {
      throw new QbwcError(
        "QBWC1012",
        `authenticate returned ${answer.length} strings, at least two are needed`,
      );
    }
    this.ticket = ticket;
    this.report.authenticated = answer.slice(1);
    const word = status.toLowerCase();
    const words: Record<string, string> = {
      none: "No data exchange required",
      nvu: "Invalid user name or password",
      busy: "Application busy",
    };
    if (answer[2]) {
      this.finish(true, `Update postponed by application for ${answer[2]} seconds`);
      return undefined;
    }
    const said = words[word];
    if (said === undefined) {
      if (ticket === "") throw new QbwcError("QBWC1012", "authenticate returned no ticket");
      return status;
    }
    if (this.options.closeAfterNoSession) await this.close();
    if (word === "nvu") this.report.error = { code: "QBWC1040", message: said };
    this.finish(word === "none", said);
    return undefined;
  }

  private async openCompany(path: string): Promise<boolean> {
    let wanted = path;
    for (let tries = 0; tries < MOST_CONNECTION_ERRORS; tries += 1) {
      try {
        this.session = this.options.company.beginSession(wanted, this.qwc.ownerId);
        this.report.error = undefined;
        return true;
      } catch (error) {
        if (!(error instanceof QuickBooksError)) throw error;
        const parameters: [string, string][] = [
          ["ticket", this.ticket],
          ["hresult", error.hresult],
          ["message", error.message],
        ];
        this.report.error = { code: "QBWC1013", message: `${error.hresult} ${error.message}` };
        wanted = await this.text("connectionError", parameters);
        if (wanted.toLowerCase() === "done") {
          this.finish(false, error.message);
          return false;
        }
      }
    }
    this.finish(false, "The server kept naming company files that cannot be opened");
    return false;
  }

  private async exchangeMessages(): Promise<void> {
    let hcp = this.process(HCP_QUERIES(this.qwc.ownerId)).response;
    if (hcp === "") throw new QbwcError("QBWC1014", "The company file did not answer the first queries");
    for (;;) {
      const request = await this.sendRequest(hcp);
      hcp = "";
      if (request === "" || request.toLowerCase() === "noop") {
        if (await this.askForLastError()) continue;
        return;
      }
      const done = await this.receiveResponse(request);
      if (done) return;
    }
  }

  private sendRequest(hcp: string): Promise<string> {
    this.report.sendRequestCalls += 1;
    return this.text("sendRequestXML", [
      ["ticket", this.ticket],
      ["strHCPResponse", hcp],
      ["strCompanyFileName", this.options.company.state.path],
      ["qbXMLCountry", "US"],
      ["qbXMLMajorVers", QBXML_MAJOR],
      ["qbXMLMinorVers", QBXML_MINOR],
    ]);
  }

  private process(xml: string): { response: string; hresult: string; message: string } {
    try {
      return { response: this.session?.process(xml) ?? "", hresult: "", message: "" };
    } catch (error) {
      if (error instanceof QuickBooksError) {
        return { response: "", hresult: error.hresult, message: error.message };
      }
      throw error;
    }
  }

  /** Gives a request to QuickBooks and its answer to the server. Returns whether the run is over. */
  private async receiveResponse(request: string): Promise<boolean> {
    this.report.requests.push(request);
    if (isWriting(request)) this.report.writeMessages += 1;
    this.counts.set("ProcessRequest", (this.counts.get("ProcessRequest") ?? 0) + 1);
    await this.hook("beforeCall", "ProcessRequest", request);
    const { response, hresult, message } = this.process(request);
    this.report.replies.push(response);
    await this.hook("afterCall", "ProcessRequest", request, response);
    const parameters: [string, string][] = [
      ["ticket", this.ticket],
      ["response", response],
      ["hresult", hresult],
      ["message", message],
    ];
    const run = () => callForInt(this.target, "receiveResponseXML", parameters);
    const percent = await this.call("receiveResponseXML", run, response);
    this.report.progress.push(percent);
    if (percent > 100) throw new QbwcError("QBWC1042", `receiveResponseXML returned ${percent}`);
    if (percent < 0) {
      const said = await this.lastError();
      this.report.error = { code: "server", message: said };
      await this.close();
      this.finish(false, said);
      return true;
    }
    if (percent < 100) return false;
    this.finish(true, await this.close());
    return true;
  }

  /** After "" or NoOp: true when the server asks to wait and be called again. */
  private async askForLastError(): Promise<boolean> {
    const said = await this.lastError();
    if (said.toLowerCase() === "noop") {
      await new Promise((resolve) => setTimeout(resolve, this.options.noOpWaitMs ?? 5_000));
      return true;
    }
    if (said === "Interactive mode") {
      throw new QbwcError("QBWC1043", "The server asked for interactive mode, which was withdrawn");
    }
    const closed = await this.close();
    this.finish(true, said === "" ? closed : said);
    return false;
  }

  private lastError(): Promise<string> {
    return this.text("getLastError", [["ticket", this.ticket]]);
  }

  private close(): Promise<string> {
    this.session?.end();
    return this.text("closeConnection", [["ticket", this.ticket]]);
  }

  private finish(ok: boolean, statusText: string): void {
    this.report.ok = ok;
    this.report.statusText = statusText;
  }
}
