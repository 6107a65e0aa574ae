import type { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import { QuickBooksError } from "@/e2e/quickbooks/company/refusal";

/** What becomes of one message: QuickBooks cannot parse it; it answers, and the end is lost; its session ends. */
export type Mishap = "unparsed" | "cut short" | "session ended";

const NO_ANSWER = {
  unparsed: ["0x80040400", "QuickBooks found an error when parsing the provided XML text stream."],
  "session ended": ["0x8004040D", "The session ticket parameter is invalid: the session has ended."],
} as const;

/** The same company file, with a mishap to each message for which `mishapOf` names one. */
export function unreliableCompany(
  company: CompanyFile,
  mishapOf: (qbxml: string) => Mishap | undefined,
): CompanyFile {
  return Object.assign(Object.create(company) as CompanyFile, {
    beginSession(...asked: Parameters<CompanyFile["beginSession"]>) {
      const session = company.beginSession(...asked);
      const process = session.process.bind(session);
      session.process = (qbxml) => {
        const mishap = mishapOf(qbxml);
        if (mishap === undefined) return process(qbxml);
        if (mishap !== "cut short") {
          const [hresult, message] = NO_ANSWER[mishap];
          throw new QuickBooksError(hresult, message);
        }
        const answer = process(qbxml);
        return answer.slice(0, answer.lastIndexOf("</"));
      };
      return session;
    },
  });
}
