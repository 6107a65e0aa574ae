import { escapeXml } from "@/lib/quickbooks/soap/xml-text";

/** Who is to blame, in the words of SOAP 1.1 (4.4.1). */
export type FaultCode = "Client" | "Server" | "VersionMismatch" | "MustUnderstand";

/**
 * A call that cannot be answered through the protocol. It ends the run, and the Web Connector shows the
 * message to a person, so it is written for one. Refusals of business rules are never faults.
 */
export class SoapFault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
    this.name = "SoapFault";
  }
}

export const SOAP_NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";

/** The reply document of a fault: no stack, nothing but code and words. */
export function faultDocument(code: FaultCode, message: string): string {
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<soap:Envelope xmlns:soap="${SOAP_NAMESPACE}"><soap:Body>` +
    `<soap:Fault><faultcode>soap:${code}</faultcode><faultstring>${escapeXml(message)}</faultstring>` +
    `</soap:Fault></soap:Body></soap:Envelope>`
  );
}
