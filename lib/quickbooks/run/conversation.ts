import type { Payload } from "@/lib/quickbooks/run/payload";

/** Where a call came from, as far as HTTP tells. For rate limits and the run's history; proves nothing. */
export interface CallerInfo {
  /** The last hop of x-forwarded-for, or "" when no proxy stands in front. */
  address: string;
  /** The User-Agent header, at most 300 characters, or "". */
  userAgent: string;
}

/**
 * What the Web Connector may ask, one method a SOAP operation. Strings that the caller left out, sent as
 * nil or sent empty all arrive as "". A `Payload` is disposed of as soon as the method has settled: read
 * it before returning, never keep it. An unknown ticket is an answer, not an exception; whatever is
 * thrown becomes a SOAP fault, which ends the run.
 */
export interface Conversation {
  /** The version shown in the Web Connector under "More information". */
  serverVersion(): Promise<string>;
  /** "" to go on, "W:…" to warn, "E:…" or "O:…" to stop. `strVersion` looks like "2.3.0.207". */
  clientVersion(call: { strVersion: string; from: CallerInfo }): Promise<string>;
  /** Two strings (ticket, status) or four (with the two scheduling values), never three. */
  authenticate(call: { strUserName: string; strPassword: string; from: CallerInfo }): Promise<string[]>;
  /** The next qbXML document, or "" (which makes the Web Connector call getLastError). */
  sendRequestXML(call: {
    ticket: string;
    strHCPResponse: Payload;
    strCompanyFileName: string;
    qbXMLCountry: string;
    qbXMLMajorVers: number;
    qbXMLMinorVers: number;
  }): Promise<string>;
  /** 0 to 99 to go on, 100 when nothing is left, negative to be asked for the error. Whole numbers only. */
  receiveResponseXML(call: {
    ticket: string;
    response: Payload;
    hresult: string;
    message: string;
  }): Promise<number>;
  /** "done" to give up; any other string is taken as the path of a company file to try. */
  connectionError(call: { ticket: string; hresult: string; message: string }): Promise<string>;
  /** Text for the status column, or "NoOp" to be asked again in five seconds. */
  getLastError(call: { ticket: string }): Promise<string>;
  /** Closing words for the status column. May come twice, or never. */
  closeConnection(call: { ticket: string }): Promise<string>;
}
