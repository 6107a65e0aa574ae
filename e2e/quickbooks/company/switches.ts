/** What the person who let the application in allowed it. */
export type Permission = "all" | "readOnly" | "noAccess" | "noPersonalData";

/** How the simulated QuickBooks behaves where sources disagree, and what goes wrong on purpose. */
export interface Switches {
  /** QuickBooks is running with the company file open. */
  quickBooksOpen: boolean;
  /** "Allow this application to log in automatically": the file opens though QuickBooks is closed. */
  unattendedAccess: boolean;
  /** A dialog waits for the user in QuickBooks: 0x80040414. */
  modalDialog: boolean;
  /** How many message sets are kept for error recovery, an application. No source gives the number. */
  messageSetsKept: number;
  /** What asking for an unknown message set brings. "empty" is an answer without a messageSetStatusCode. */
  unknownMessageSet: "600" | "9002" | "empty";
  /** Whether a stored answer comes back whole, or as ErrorRecovery elements with the identity alone. */
  storedAnswer: "whole" | "identityOnly";
  /** The answer of the next message sets is not kept although they are executed: 9002 afterwards. */
  loseStoredAnswers: boolean;
  /** A text that the parser of this release chokes on: 0x80040400 for the whole message set that holds it. */
  unparsableText: string | null;
  /** An empty reference in a Mod is accepted and clears nothing. */
  keepsClearedReferences: boolean;
  /** What a transaction's ExternalGUID comes back as: "0" is QuickBooks' way to say that it has none. */
  txnGuids: "kept" | "0";
  /** QuickBooks dies after this many requests of the next message set: 0x8004040D, outcome unknown. */
  dieAfterRequests: number | null;
  /** Whether a bill may name an inactive vendor, account, item … */
  inactiveReferences: "accept" | "refuse";
  /** Whether a payment changes TimeModified and EditSequence of the bill. Recordings disagree. */
  payingTouchesBill: boolean;
  /** Whether a value of the wrong form stops the whole message set, or only its request with a 30xx. */
  wrongValues: "hresult" | "status";
  /** 3210 for paying too much has been seen with either severity. */
  overpaymentSeverity: "Info" | "Error";
  /** Jobs before the customers they belong to: pages guarantee no order. */
  childrenFirst: boolean;
  /** BillRet/OpenAmount can be absent. */
  openAmountShown: boolean;
  /** The file does not open: an HRESULT of refused-session.ts, "0x80040410" (open in another mode), say. */
  sessionRefused: string | null;
  /** What this application may do: 3263 for "readOnly", 3260 for "noAccess", 3261 for "noPersonalData". */
  permission: Permission;
  /** ListIDs and TxnIDs that a user has open in a window: 3175, and 3176 for what hangs together with them. */
  inUse: string[];
  /** As HostRet tells them; `upgrade()` of the company file raises them. */
  productName: string;
  majorVersion: string;
  newestQbxml: string;
}

/** QuickBooks on a good day. Where sources disagree, the stricter reading. */
export function defaultSwitches(): Switches {
  return {
    quickBooksOpen: true,
    unattendedAccess: true,
    modalDialog: false,
    messageSetsKept: 1,
    unknownMessageSet: "600",
    storedAnswer: "whole",
    loseStoredAnswers: false,
    unparsableText: null,
    keepsClearedReferences: false,
    txnGuids: "kept",
    dieAfterRequests: null,
    inactiveReferences: "refuse",
    payingTouchesBill: true,
    wrongValues: "hresult",
    overpaymentSeverity: "Error",
    childrenFirst: false,
    openAmountShown: true,
    sessionRefused: null,
    permission: "all",
    inUse: [],
    productName: "QuickBooks Enterprise Solutions: Contractor Edition 24.0",
    majorVersion: "34",
    newestQbxml: "16.0",
  };
}

/** QuickBooks refuses the next `count` requests of that name, whatever they say. */
export interface RefuseNext {
  /** Request without "Rq": "BillAdd". */
  request: string;
  count: number;
  code: number;
  severity?: "Info" | "Warn" | "Error";
  message: string;
}

/** Takes one refusal out of the list if one waits for that request. */
export function takeRefusal(waiting: RefuseNext[], request: string): RefuseNext | undefined {
  const index = waiting.findIndex((one) => one.request === request && one.count > 0);
  const found = waiting[index];
  if (!found) return undefined;
  found.count -= 1;
  if (found.count <= 0) waiting.splice(index, 1);
  return found;
}
