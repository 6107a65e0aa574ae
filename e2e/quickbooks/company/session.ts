import type { XmlNode } from "../qbxml/read-xml";
import { attributesText } from "../qbxml/write-xml";
import { BILL_WRITES } from "./bills";
import { COMPANY_QUERIES } from "./company-queries";
import type { Answer, Books, Context, Handler } from "./context";
import { DELETED_QUERIES } from "./deleted-queries";
import { DELETIONS } from "./deletions";
import type { Iterators } from "./iterator-state";
import { LIST_QUERIES } from "./list-queries";
import { LIST_WRITES } from "./list-writes";
import { type MessageSet, readMessageSet } from "./message-set";
import { PAYMENT_WRITES } from "./payments";
import { checkPermission } from "./permissions";
import { planRecovery, storeMessageSet } from "./recovery";
import { QuickBooksError, Refusal } from "./refusal";
import type { StoredAnswer } from "./state";
import { takeRefusal } from "./switches";
import { TXN_QUERIES } from "./txn-queries";

const WRITES: Record<string, Handler> = { ...LIST_WRITES, ...BILL_WRITES, ...PAYMENT_WRITES, ...DELETIONS };
const HANDLERS: Record<string, Handler> = {
  ...WRITES,
  ...COMPANY_QUERIES,
  ...LIST_QUERIES,
  ...TXN_QUERIES,
  ...DELETED_QUERIES,
};

function isWrite(request: XmlNode): boolean {
  return request.name.slice(0, -2) in WRITES;
}

const LONGEST_REQUEST_ID = 50;
const OK = { code: 0, severity: "Info", message: "Status OK" } as const;

type Status = NonNullable<Answer["status"]>;

function failed(status: Status): boolean {
  return status.code >= 1000;
}

/** One Rs element, whole and with only the identity of what was made. */
function writeAnswer(request: XmlNode, answer: Answer, withoutRet: boolean): StoredAnswer {
  const status = answer.status ?? OK;
  const name = `${request.name.slice(0, -2)}Rs`;
  const open = `<${name}${attributesText({
    requestID: request.attributes.requestID,
    statusCode: status.code,
    statusSeverity: status.severity,
    statusMessage: status.message,
    retCount: answer.retCount,
    iteratorRemainingCount: answer.iteratorRemainingCount,
    iteratorID: answer.iteratorID,
  })}`;
  const element = (body: string) => (body === "" ? `${open} />\n` : `${open}>\n${body}</${name}>\n`);
  const whole = withoutRet ? "" : answer.body;
  return { whole: element(whole), identityOnly: element(answer.identityOnly ?? whole) };
}

function document(attributes: Record<string, string | number | undefined>, answers: string[]): string {
  const inner = answers.join("");
  const set = `<QBXMLMsgsRs${attributesText(attributes)}`;
  return `<?xml version="1.0" ?>\n<QBXML>\n${inner === "" ? `${set} />\n` : `${set}>\n${inner}</QBXMLMsgsRs>\n`}</QBXML>\n`;
}

/** One QuickBooks session of one application: its iterators live and die with it. */
export class Session {
  private readonly context: Context;
  private readonly iterators: Iterators = new Map();
  private dead = false;
  private readonly needsOpenQuickBooks: boolean;

  /** `saved` is called after every message set that may have changed the file. */
  constructor(
    books: Books,
    ownerId: string,
    private readonly saved: () => void,
  ) {
    // The books are asked at each use: a restored backup puts another state in their place.
    this.needsOpenQuickBooks = books.switches.quickBooksOpen;
    this.context = {
      get state() {
        return books.state;
      },
      switches: books.switches,
      refusals: books.refusals,
      now: () => books.now(),
      ownerId: ownerId.toUpperCase(),
      iterators: this.iterators,
    };
  }

  /**
   * Answers one qbXML document.
   * @throws QuickBooksError when there is no answer: 0x80040400 unparsable, 0x80040414 modal dialog,
   * 0x8004040D the session is gone.
   */
  process(xml: string): string {
    const { switches } = this.context;
    if (this.dead || (this.needsOpenQuickBooks && !switches.quickBooksOpen)) throw this.gone();
    if (switches.modalDialog) {
      throw new QuickBooksError(
        "0x80040414",
        "A modal dialog box is showing in the QuickBooks user interface.",
      );
    }
    if (switches.unparsableText !== null && xml.includes(switches.unparsableText)) {
      throw new QuickBooksError(
        "0x80040400",
        "QuickBooks found an error when parsing the provided XML text stream.",
      );
    }
    const set = readMessageSet(xml, switches);
    this.context.state.messageSets[this.context.ownerId] ??= [];
    const sets = this.context.state.messageSets[this.context.ownerId] ?? [];
    const plan = planRecovery(sets, set, set.requests, switches);
    if (plan.kind === "answer") {
      return document({ newMessageSetID: set.newId, messageSetStatusCode: plan.code }, plan.answers);
    }
    const answers = this.run(set);
    if (plan.storeAs !== undefined) {
      const kept = switches.loseStoredAnswers ? undefined : answers;
      storeMessageSet(sets, plan.storeAs, set.requests, kept, switches);
    }
    // Queries leave the file as it is, and a large file takes its time to write.
    const named = set.newId !== undefined || set.oldId !== undefined;
    if (named || set.requests.some(isWrite)) this.saved();
    const status = named ? 0 : undefined;
    const wholes = answers.map((answer) => answer.whole);
    return document({ newMessageSetID: set.newId, messageSetStatusCode: status }, wholes);
  }

  /** Ends the session; iterators are gone. */
  end(): void {
    this.dead = true;
    this.iterators.clear();
  }

  private gone(): QuickBooksError {
    return new QuickBooksError(
      "0x8004040D",
      "The session ticket parameter is invalid: the session has ended.",
    );
  }

  private run(set: MessageSet): StoredAnswer[] {
    const answers: StoredAnswer[] = [];
    let stopped = false;
    for (const request of set.requests) {
      if (this.context.switches.dieAfterRequests === answers.length) this.die(set);
      const answer = stopped
        ? {
            body: "",
            status: {
              code: 3231,
              severity: "Error" as const,
              message: "The request has not been processed.",
            },
          }
        : this.answer(request, set);
      if (set.stopOnError && failed(answer.status ?? OK)) stopped = true;
      answers.push(writeAnswer(request, answer, isWrite(request) && set.withoutRets));
    }
    if (this.context.switches.dieAfterRequests !== null && set.requests.length > 0) this.die(set);
    return answers;
  }

  /** QuickBooks goes down in the middle: what ran has run, and the stored set has no usable answer. */
  private die(set: MessageSet): never {
    const { state, switches, ownerId } = this.context;
    switches.dieAfterRequests = null;
    if (set.newId !== undefined) {
      storeMessageSet(state.messageSets[ownerId] ?? [], set.newId, set.requests, undefined, switches);
    }
    this.saved();
    this.end();
    throw this.gone();
  }

  private answer(request: XmlNode, set: MessageSet): Answer {
    const name = request.name.slice(0, -2);
    const refuse = (status: Status): Answer => ({ body: "", status });
    if ((request.attributes.requestID?.length ?? 0) > LONGEST_REQUEST_ID) {
      return refuse({ code: 1060, severity: "Error", message: "The request ID is invalid: it is too long." });
    }
    const spoiled = set.spoiled.get(request);
    if (spoiled) return refuse({ ...spoiled, severity: "Error" });
    const told = takeRefusal(this.context.refusals, name);
    const toldStatus: Status | undefined = told && {
      code: told.code,
      severity: told.severity ?? (told.code >= 1000 ? "Error" : "Warn"),
      message: told.message,
    };
    if (toldStatus && failed(toldStatus)) return refuse(toldStatus);
    const handler = HANDLERS[name];
    if (!handler) return refuse({ code: 1030, severity: "Error", message: `${name} is not supported.` });
    try {
      checkPermission(this.context, request, isWrite(request));
      const answer = handler(this.context, request);
      // A warning on a writing request means that the object was saved.
      return toldStatus ? { ...answer, status: toldStatus } : answer;
    } catch (error) {
      if (error instanceof Refusal) {
        return refuse({ code: error.code, severity: error.severity, message: error.message });
      }
      throw error;
    }
  }
}
