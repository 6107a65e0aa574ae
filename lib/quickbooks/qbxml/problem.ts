/** One thing that keeps data from being sent. `path` is dotted and counts from 0: `ExpenseLineAdd[2].Memo`. */
export interface Problem {
  readonly path: string;
  readonly code: ProblemCode;
  /** For `too-long`: how many characters QuickBooks stores. */
  readonly limit?: number;
  /** For `too-long`: how many characters QuickBooks would count. */
  readonly length?: number;
  /** One plain English sentence for the person who has to change the value. */
  readonly text: string;
}

export type ProblemCode =
  | "too-long"
  | "missing"
  | "bad-form"
  | "unknown"
  | "choice"
  | "needs-version"
  | "bad-character";

/** Words for element names that splitting the name would not give. */
const WORDS: Readonly<Record<string, string>> = {
  RefNumber: "reference number",
  TxnDate: "date",
  TxnID: "transaction ID",
  TxnLineID: "line ID",
  Desc: "description",
  Cc: "copy address",
  APAccountRef: "accounts payable account",
  COGSAccountRef: "cost of goods sold account",
  PrefVendorRef: "preferred vendor",
  VendorTaxIdent: "tax ID",
  ExternalGUID: "external ID",
};

/** `ExpenseLineAdd[2].Memo` becomes `expense line 3, memo`. */
export function wordsFor(path: string): string {
  return path
    .split(".")
    .map((step) => {
      const [, name = step, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(step) ?? [];
      const words = WORDS[name] ?? splitName(name);
      return index === undefined ? words : `${words} ${Number(index) + 1}`;
    })
    .filter((words, i, all) => words !== all[i - 1])
    .join(", ");
}

function splitName(name: string): string {
  return name
    .replace(/(?:Ref|Add|Mod|Ret)$/, "")
    .replace(/([a-z])([A-Z0-9])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/\b[A-Z](?=[a-z]|$)/g, (letter) => letter.toLowerCase());
}

/** The same words as the start of a sentence. */
export function subjectFor(path: string): string {
  const words = wordsFor(path) || "the request";
  return words.charAt(0).toUpperCase() + words.slice(1);
}
