import { TROUBLE_CODES } from "@/lib/quickbooks/connections/trouble-codes";
import { HRESULTS } from "@/lib/quickbooks/qbxml/hresults";
import { STATUS_CODES } from "@/lib/quickbooks/qbxml/status-codes";
import { HANDLED, type Helper, type StatusClass } from "@/lib/quickbooks/qbxml/status-explanation";
import { CONNECTION_TROUBLES } from "./connection-troubles";
import { anchorOf } from "./help-href";
import { HELPER_WORDS } from "./helper-words";
import { SITUATIONS } from "./situations";

/** One row of the help's tables of errors. */
export interface HelpRow {
  /** Where links lead. */
  anchor: string;
  /** Further names that links know it by. */
  anchors?: readonly string[];
  /** The code, or the name of the case. */
  heading: string;
  meaning: string;
  /** What Countersign does by itself. */
  handled?: string;
  fix: string;
  who: string;
  /** Whether it uses up an attempt; left out where nothing is sent. */
  attempt?: string;
  /** Codes and words that lead to the row as well. */
  codes?: readonly string[];
}

const attemptOf = (costsAttempt: boolean): string =>
  costsAttempt ? "Costs one attempt a run" : "No attempt";

/** What is told of a class where nothing was asked of a record. */
const ON_THE_WAY: Partial<Record<StatusClass, string>> = {
  "user-must-act": "The run ends; everything waits for the next one.",
  "retry-later": "The run ends; everything waits for the next one.",
  "our-bug": "The message is sent again in halves, until the one request at fault stands alone.",
};

const row = (heading: string, anchor: string, who: Helper) => ({ heading, anchor, who: HELPER_WORDS[who] });

/** What people meet, told as they meet it. */
export const SITUATION_ROWS: readonly HelpRow[] = SITUATIONS.map((situation) => ({
  ...row(situation.title, situation.id, situation.who),
  meaning: situation.meaning,
  handled: situation.handled,
  fix: situation.fix,
  codes: situation.codes,
}));

/** The status codes that a person may read of. */
export const STATUS_ROWS: readonly HelpRow[] = STATUS_CODES.filter(({ class: kind }) => kind !== "ok").map(
  ({ code, upTo, class: kind, who, meaning, fix, costsAttempt }) => ({
    ...row(upTo === undefined ? String(code) : `${code} to ${upTo}`, anchorOf(String(code)), who),
    ...{ meaning, fix, handled: HANDLED[kind], attempt: attemptOf(costsAttempt) },
  }),
);

/** The errors of the way to QuickBooks. */
export const HRESULT_ROWS: readonly HelpRow[] = HRESULTS.map(
  ({ code, class: kind, who, meaning, fix, costsAttempt }) => ({
    ...row(code, anchorOf(code), who),
    ...{ meaning, fix, handled: ON_THE_WAY[kind] ?? HANDLED[kind], attempt: attemptOf(costsAttempt) },
    // As Windows' own tools write it.
    codes: [String(Number(code) | 0)],
  }),
);

/** What Countersign itself found wrong with a connection. */
export const TROUBLE_ROWS: readonly HelpRow[] = TROUBLE_CODES.map((code) => {
  const { meaning, fix, who } = CONNECTION_TROUBLES[code];
  return { ...row(code, anchorOf(code), who), meaning, fix, attempt: attemptOf(false) };
});
