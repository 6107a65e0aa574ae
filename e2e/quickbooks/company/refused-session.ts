import { QuickBooksError } from "./refusal";

const WORDS: Record<string, string> = {
  "0x80040401": "Could not access QuickBooks.",
  "0x80040403": "The company file could not be opened.",
  "0x80040408": "Could not start QuickBooks.",
  "0x80040410":
    "The company file is currently open in a mode other than the one specified by your application.",
  "0x80040414": "A modal dialog box is showing in the QuickBooks user interface.",
  "0x80040417": "There is no company file open.",
  "0x80040418":
    "The first access of this application to the company file must be by the QuickBooks administrator.",
  "0x8004041A": "This application does not have permission to access this company file.",
  "0x8004041D": "This application is not allowed to log into this company file automatically.",
  "0x80040420": "The QuickBooks user has denied access.",
  "0x80040422":
    "This application requires single-user file access mode and there is already another application sharing data with this company file.",
  "0x80040424": "QuickBooks did not finish its initialization. Please try again later.",
};

/** A session that QuickBooks does not open, in its own words where they are known. */
export function refusedSession(hresult: string): QuickBooksError {
  return new QuickBooksError(hresult, WORDS[hresult] ?? "QuickBooks could not open the company file.");
}
