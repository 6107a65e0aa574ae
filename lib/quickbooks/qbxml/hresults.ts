/**
 * Errors of the layer below the requests: the Web Connector could not reach QuickBooks, open the company
 * file, or have a message parsed. They arrive as text, in hexadecimal or as a signed decimal number.
 */
import type { Helper, StatusClass } from "@/lib/quickbooks/qbxml/status-explanation";

export interface HresultExplanation {
  /** `0x80040400`, or the text as it came when it is no HRESULT. */
  readonly code: string;
  readonly class: StatusClass;
  readonly who: Helper;
  readonly meaning: string;
  readonly fix: string;
  /** Only a message that QuickBooks could not parse is charged to a job; every other error is the connection's. */
  readonly costsAttempt: boolean;
}

type Row = readonly [code: string, kind: StatusClass, who: Helper, meaning: string, fix: string];

const RESTART = "Restart QuickBooks and run the update again.";
const AGAIN = "Run the update again.";

/**
 * `unknown-outcome` where a request may have reached QuickBooks before the line broke; the others fail
 * before anything is run.
 */
const ROWS: readonly Row[] = [
  [
    "0x80040154",
    "user-must-act",
    "admin",
    "A part of QuickBooks or of the Web Connector is not installed properly.",
    "Repair QuickBooks and the Web Connector.",
  ],
  [
    "0x80010105",
    "unknown-outcome",
    "bookkeeper",
    "QuickBooks stopped answering in the middle of the work.",
    RESTART,
  ],
  [
    "0x800706ba",
    "unknown-outcome",
    "bookkeeper",
    "QuickBooks was closed in the middle of the work.",
    RESTART,
  ],
  ["0x80040308", "retry-later", "bookkeeper", "The Web Connector cannot reach QuickBooks.", RESTART],
  [
    "0x80040400",
    "our-bug",
    "itself",
    "QuickBooks could not read the message, and did nothing of it.",
    "Countersign finds the request at fault and sends the others without it.",
  ],
  [
    "0x80040401",
    "user-must-act",
    "admin",
    "The Web Connector has no access to QuickBooks.",
    "Run the Web Connector and QuickBooks as the same Windows user, both with or both without administrator rights.",
  ],
  [
    "0x80040402",
    "unknown-outcome",
    "bookkeeper",
    "QuickBooks reported an unexpected error.",
    "Restart QuickBooks; if it happens again, repair the installation and look into qbsdklog.txt.",
  ],
  [
    "0x80040403",
    "user-must-act",
    "bookkeeper",
    "The company file could not be opened: it is locked, moved, or needs a password.",
    "Open the company file in QuickBooks once and run the update again.",
  ],
  [
    "0x80040406",
    "user-must-act",
    "admin",
    "The name of the company file is not valid.",
    "Open the company file in QuickBooks, run the update there once, and Countersign learns its place.",
  ],
  [
    "0x80040408",
    "user-must-act",
    "bookkeeper",
    "QuickBooks could not be started, often because an update or a question is waiting on its screen.",
    "Start QuickBooks, answer what it asks, open the company file and run the update again.",
  ],
  [
    "0x8004040a",
    "user-must-act",
    "bookkeeper",
    "Another company file is open in QuickBooks.",
    "Open the company file that is connected to Countersign and run the update again.",
  ],
  [
    "0x8004040d",
    "unknown-outcome",
    "bookkeeper",
    "QuickBooks ended the session in the middle of the work.",
    "Leave QuickBooks open and run the update again.",
  ],
  [
    "0x80040410",
    "user-must-act",
    "bookkeeper",
    "The company file is open in another mode (single-user or multi-user).",
    "Switch the mode in QuickBooks' File menu and run the update again.",
  ],
  [
    "0x80040414",
    "retry-later",
    "bookkeeper",
    "A window in QuickBooks is waiting for an answer.",
    "Close the window and run the update again.",
  ],
  [
    "0x80040416",
    "user-must-act",
    "bookkeeper",
    "QuickBooks is not running.",
    "Open QuickBooks with the company file and run the update again.",
  ],
  [
    "0x80040417",
    "user-must-act",
    "bookkeeper",
    "No company file is open in QuickBooks.",
    "Open the company file and run the update again.",
  ],
  [
    "0x80040418",
    "user-must-act",
    "admin",
    "QuickBooks has not yet been asked to trust Countersign.",
    "Log in to QuickBooks as Admin in single-user mode, run the update and choose to allow access.",
  ],
  [
    "0x8004041a",
    "user-must-act",
    "admin",
    "QuickBooks does not allow Countersign, or this user, into the company file.",
    "Allow it in QuickBooks: Edit, Preferences, Integrated Applications, Company Preferences.",
  ],
  [
    "0x8004041b",
    "retry-later",
    "bookkeeper",
    "QuickBooks could not say whether the company file is locked.",
    AGAIN,
  ],
  ["0x8004041c", "unknown-outcome", "bookkeeper", "QuickBooks reported an error inside itself.", RESTART],
  [
    "0x8004041d",
    "user-must-act",
    "admin",
    "QuickBooks is closed, and Countersign may not log in by itself.",
    "Open QuickBooks, or allow automatic login for Countersign in its Integrated Applications preferences.",
  ],
  [
    "0x8004041e",
    "user-must-act",
    "admin",
    "A certificate that QuickBooks checks has run out.",
    "Update the Web Connector and allow Countersign again.",
  ],
  [
    "0x8004041f",
    "user-must-act",
    "admin",
    "QuickBooks Basic cannot be connected.",
    "Use QuickBooks Pro, Premier or Enterprise.",
  ],
  [
    "0x80040420",
    "user-must-act",
    "admin",
    "Somebody answered No when QuickBooks asked whether to allow Countersign.",
    "Remove Countersign in QuickBooks' Integrated Applications preferences and run the update again.",
  ],
  [
    "0x80040421",
    "user-must-act",
    "bookkeeper",
    "QuickBooks gave a reason of its own.",
    "Read QuickBooks' own words.",
  ],
  [
    "0x80040422",
    "user-must-act",
    "bookkeeper",
    "Single-user mode is needed, and another program shares the company file.",
    "Close the other programs and run the update again.",
  ],
  [
    "0x80040423",
    "our-bug",
    "bookkeeper",
    "This QuickBooks is older than the language of the message.",
    "Update QuickBooks; Countersign then learns what it speaks.",
  ],
  [
    "0x80040424",
    "retry-later",
    "bookkeeper",
    "QuickBooks is still starting.",
    "Wait a minute and run the update again.",
  ],
  ["0x80040427", "user-must-act", "admin", "QuickBooks is not registered.", "Register QuickBooks."],
  [
    "0x8004042a",
    "user-must-act",
    "admin",
    "QuickBooks does not allow access from another computer.",
    "Run the Web Connector on the computer that has QuickBooks.",
  ],
  [
    "0x8004042c",
    "user-must-act",
    "admin",
    "A certificate that QuickBooks checks was withdrawn.",
    "Update the Web Connector and allow Countersign again.",
  ],
];

/** Only this one says that the message itself was at fault. */
const UNREADABLE = "0x80040400";

const byCode = new Map(
  ROWS.map(([code, kind, who, meaning, fix]): [string, HresultExplanation] => [
    code,
    { code, class: kind, who, meaning, fix, costsAttempt: code === UNREADABLE },
  ]),
);

/** Every HRESULT there is an explanation for; for documentation and tests. */
export const HRESULTS: readonly HresultExplanation[] = [...byCode.values()];

/**
 * Explains an HRESULT in any of the forms it comes in: `0x80040400`, `0X80040400`, `-2147220480`, or within
 * a sentence. An unknown one counts as `unknown-outcome`, the only safe belief about a write.
 *
 * @param words QuickBooks' own message, shown for an HRESULT that is not in the table
 */
export function explainHresult(text: string, words = ""): HresultExplanation {
  const code = hresultOf(text);
  const known = code === undefined ? undefined : byCode.get(code);
  if (known) return known;
  const said = words.trim() || text.trim();
  return {
    code: code ?? text.trim(),
    class: "unknown-outcome",
    who: "bookkeeper",
    meaning: said ? `QuickBooks says: ${said}` : "QuickBooks gave no reason.",
    fix: RESTART,
    costsAttempt: false,
  };
}

function hresultOf(text: string): string | undefined {
  const hex = /\b0x([\da-f]{8})\b/i.exec(text)?.[1];
  if (hex) return `0x${hex.toLowerCase()}`;
  const decimal = /^\s*(-?\d{9,10})\s*$/.exec(text)?.[1];
  return decimal && `0x${(Number(decimal) >>> 0).toString(16).padStart(8, "0")}`;
}
