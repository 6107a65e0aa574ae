import { SOAP_NAMESPACE } from "@/lib/quickbooks/soap/fault";
import { type Operation, type Result, SERVICE_NAMESPACE } from "@/lib/quickbooks/soap/operations";
import { escapeXml } from "@/lib/quickbooks/soap/xml-text";

/**
 * The reply document of an operation: document/literal wrapped, with the XML declaration (a peer that
 * dropped it broke the Web Connector) and without a byte-order mark.
 * @throws RangeError when an int is not a whole number of 32 bits: a fraction is QBWC1042 at the other end.
 */
export function replyDocument(operation: Operation, result: Result): string {
  const { name } = operation;
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n<soap:Envelope xmlns:soap="${SOAP_NAMESPACE}"><soap:Body>` +
    `<${name}Response xmlns="${SERVICE_NAMESPACE}"><${name}Result>${content(name, result)}</${name}Result>` +
    `</${name}Response></soap:Body></soap:Envelope>`
  );
}

function content(name: string, result: Result): string {
  switch (result.kind) {
    case "string":
      return escapeXml(result.value);
    case "int":
      if (result.value !== (result.value | 0)) {
        throw new RangeError(`${name} must answer with a whole number, not ${result.value}.`);
      }
      return result.value.toFixed(0).replace("-0", "0");
    case "arrayOfString":
      return result.value.map((item) => `<string>${escapeXml(item)}</string>`).join("");
  }
}
