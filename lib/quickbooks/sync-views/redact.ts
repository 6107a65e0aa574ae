import { createHash } from "node:crypto";

/** What is to be left out of a document besides what is always left out. */
export interface Redaction {
  /** Amounts, prices and balances. */
  amounts: boolean;
  /** Names, addresses, texts and numbers of people. */
  names: boolean;
  /** Tells one name from another within one file, and ties it to nothing outside. */
  salt: string;
}

/** Nobody needs these to read the history: numbers of accounts, cards, taxes and persons, passwords. */
const SECRET = /Password|SSN|TaxIdent|BankNumber|CardNumber|SecurityCode|RoutingNumber|^EIN$/;
const AMOUNT =
  /(Amount|Balance|Cost|Price|Total|Rate|Due|Credit|Debit|Paid|Limit)(InHomeCurrency)?$|^(TotalValue|YearEndBookValue|YearEndAccumulatedDepreciation|BalanceRemaining)$/;
/** A word that ends as an amount does and is none. */
const NO_AMOUNT = /^(DaysDue|DayOfMonthDue|StdDueDays|IsPaid|PaidStatus)$/;
const NAME =
  /(Name|NameWithChildren|NameOnCheck|NameOnCard|Contact|ContactValue|Email|Phone|Fax|Cc|Memo|Desc|Description|Notes?|PrintAs|Note|Salutation|Title|WebSite|PostalCode)$|^(Addr\d|City|State|Province|County|Country|CreditCardAddress|AccountNumber|ResaleNumber|DataExtValue)$/;

/** Names that are the language's or the file's make, not a person's. */
const PLAIN_NAME = /^(ProductName|DataExtName|CountryName)$/;

const HIDDEN = "•••";

const pseudonym = (text: string, salt: string): string =>
  `name-${createHash("sha256").update(salt).update(text.toLowerCase()).digest("hex").slice(0, 8)}`;

/** What stands in place of an element's text; the text itself where it may be read. */
function shown(tag: string, text: string, { amounts, names, salt }: Redaction): string {
  if (SECRET.test(tag)) return HIDDEN;
  if (amounts && AMOUNT.test(tag) && !NO_AMOUNT.test(tag)) return "0.00";
  // The part of a path keeps its depth: a job under its customer.
  if (names && NAME.test(tag) && !PLAIN_NAME.test(tag)) {
    return text
      .split(":")
      .map((part) => pseudonym(part, salt))
      .join(":");
  }
  return text;
}

/** What QuickBooks quotes in its own words is the company's: names, numbers, amounts. */
export function redactWords(words: string, { amounts, names }: Redaction): string {
  let text = words;
  if (names) text = text.replace(/"[^"]*"|“[^”]*”|&quot;.*?&quot;/g, `"${HIDDEN}"`);
  return amounts ? text.replace(/\$?\d[\d,]*\.\d\d\b/g, "0.00") : text;
}

const LEAF = /<([A-Za-z]\w*)((?:\s[^<>]*)?)>([^<]+)<\/\1>/g;
const STATUS = /(statusMessage=")([^"]*)"/g;

/** A document with nothing secret in it, and nothing that this redaction leaves out. For eyes: any XML, cut off anywhere between two elements. */
export const redactXml = (xml: string, redaction: Redaction): string =>
  xml
    .replace(LEAF, (_all, tag: string, attributes: string, text: string) => {
      const said = text.trim() === "" ? text : shown(tag, text, redaction);
      return `<${tag}${attributes}>${said}</${tag}>`;
    })
    .replace(
      STATUS,
      (_all, open: string, words: string) =>
        `${open}${redactWords(words, redaction).replaceAll('"', "&quot;")}"`,
    );

/** Where the last opening tag begins; -1 where there is none, or at the very beginning alone. */
export function lastOpening(xml: string): number {
  for (let at = xml.lastIndexOf("<"); at > 0; at = xml.lastIndexOf("<", at - 1)) {
    if (/[A-Za-z]/.test(xml[at + 1] ?? "")) return at;
  }
  return -1;
}

/** The same over pieces of a document that come one after another, cut anywhere. */
export async function* redactPieces(
  pieces: AsyncIterable<string>,
  redaction: Redaction,
): AsyncGenerator<string> {
  let kept = "";
  for await (const piece of pieces) {
    kept += piece;
    // Before an opening tag no element with its text is cut in two.
    const cut = lastOpening(kept);
    if (cut <= 0) continue;
    yield redactXml(kept.slice(0, cut), redaction);
    kept = kept.slice(cut);
  }
  yield redactXml(kept, redaction);
}

/** Leaves out what is secret, and nothing else. */
export const SECRETS_ONLY: Redaction = { amounts: false, names: false, salt: "" };
