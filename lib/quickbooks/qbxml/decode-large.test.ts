import { expect, test } from "vitest";
import { readResponses } from "@/lib/quickbooks/qbxml/decode";

const COUNT = 20_000;

/** About 1.2 kB each, as in company files that are well filled in. */
const vendor = (i: number) => `<VendorRet>
<ListID>8000${i}-1197757037</ListID><TimeCreated>2026-01-01T08:00:00-08:00</TimeCreated>
<TimeModified>2026-03-01T08:00:00-08:00</TimeModified><EditSequence>${1_700_000_000 + i}</EditSequence>
<Name>Vendor ${i} &amp; Sons</Name><IsActive>true</IsActive><CompanyName>Vendor ${i} Caf&#233;</CompanyName>
<VendorAddress><Addr1>${i} Main Street</Addr1><City>Austin</City><State>TX</State><PostalCode>78701</PostalCode></VendorAddress>
<Notes>${"Delivers on Tuesdays. ".repeat(35)}</Notes><TermsRef><ListID>10000-1</ListID><FullName>Net 30</FullName></TermsRef>
<Balance>${i}.10</Balance></VendorRet>
`;

async function* document(): AsyncGenerator<string> {
  yield '<?xml version="1.0" ?><QBXML><QBXMLMsgsRs><VendorQueryRs statusCode="0" statusSeverity="Info">';
  for (let i = 0; i < COUNT; i++) yield vendor(i);
  yield "</VendorQueryRs></QBXMLMsgsRs></QBXML>";
}

test("20,000 vendors are read one at a time, in memory that does not grow with their number", async () => {
  let count = 0;
  let characters = 0;
  let peak = 0;
  const before = process.memoryUsage().heapUsed;
  for await (const event of readResponses(document())) {
    if (event.type !== "record") continue;
    expect(event.record.Balance).toBe(`${count}.10`);
    characters += String(event.record.Notes).length;
    count++;
    if (count % 500 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  }
  expect(count).toBe(COUNT);
  // All records together would take at least their notes; what is held at once, garbage included, stays far below
  // what all of the document's objects would need.
  expect(characters).toBeGreaterThan(15_000_000);
  expect(peak).toBeLessThan(150_000_000);
});

test("one long string is handed on in parts as well", async () => {
  const records = Array.from({ length: 3000 }, (_, i) => vendor(i)).join("");
  const xml = `<QBXML><QBXMLMsgsRs><VendorQueryRs statusCode="0" statusSeverity="Info">${records}`;
  let count = 0;
  const read = async () => {
    for await (const event of readResponses(xml)) if (event.type === "record") count++;
  };
  // The fault at the end shows that records came before the whole was read.
  await expect(read()).rejects.toMatchObject({ code: "truncated" });
  expect(count).toBe(3000);
});
