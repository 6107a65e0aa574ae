/** One vendor as QuickBooks prints it when asked for the fields that Countersign keeps. */
function vendorRet(number: number): string {
  const digits = String(number).padStart(6, "0");
  const time = `2026-0${1 + (number % 9)}-1${number % 10}T0${number % 10}:15:00-08:00`;
  return `<VendorRet>
<ListID>80${digits}-${1_704_790_800 + number}</ListID>
<TimeModified>${time}</TimeModified>
<EditSequence>${1_704_790_800 + number}</EditSequence>
<Name>Supplier ${digits}</Name>
<IsActive>${number % 20 !== 0}</IsActive>
<CompanyName>Supplier ${digits} ${number % 7 === 0 ? "&amp; Sons" : "Incorporated"}</CompanyName>
<VendorAddress>
<Addr1>Supplier ${digits}</Addr1>
<Addr2>${number} Mill Road</Addr2>
<City>${number % 50 === 0 ? "Montr&#233;al" : "Everett"}</City>
<State>WA</State>
<PostalCode>98201</PostalCode>
</VendorAddress>
<Phone>(425) 555-0${100 + (number % 900)}</Phone>
<Email>accounts@supplier${digits}.example</Email>
<NameOnCheck>Supplier ${digits}</NameOnCheck>
<AccountNumber>C-${number * 7}</AccountNumber>
<TermsRef>
<ListID>10000-933272658</ListID>
<FullName>Net 30</FullName>
</TermsRef>
<Balance>${number % 5000}.${10 + (number % 90)}</Balance>
</VendorRet>
`;
}

/** The qbXML answer to the VendorQuery of that requestID: vendors `from` to `from + count - 1` of `all`. */
export function vendorPage(requestId: string, from: number, count: number, all: number): string {
  const remaining = all - from - count;
  const start = `<?xml version="1.0" ?>
<QBXML>
<QBXMLMsgsRs>
<VendorQueryRs requestID="${requestId}" statusCode="0" statusSeverity="Info" statusMessage="Status OK" retCount="${count}" iteratorRemainingCount="${remaining}" iteratorID="{0c1b9d2e-6f7a-4b58-9c3d-2e1f0a9b8c7d}">
`;
  const vendors = Array.from({ length: count }, (_, index) => vendorRet(from + index));
  return `${start}${vendors.join("")}</VendorQueryRs>\n</QBXMLMsgsRs>\n</QBXML>\n`;
}

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => (sign === "&" ? "&amp;" : sign === "<" ? "&lt;" : "&gt;"));

/** A call as the Web Connector sends it. */
export function envelope(operation: string, parameters: Record<string, string>): string {
  const fields = Object.entries(parameters).map(([name, value]) => `<${name}>${escaped(value)}</${name}>`);
  return (
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">' +
    `<soap:Body><${operation} xmlns="http://developer.intuit.com/">${fields.join("")}</${operation}></soap:Body></soap:Envelope>`
  );
}
