import { XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { openSpoolFiles } from "@/lib/quickbooks/run/payload";
import { callOf, envelope, listener, serve } from "@/lib/quickbooks/soap/serve-for-tests";

/** Mulberry32: the same numbers on every machine. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const GOOD = [
  envelope(
    callOf("receiveResponseXML", {
      ticket: "t",
      response: "&lt;QBXML&gt;é&amp;#233;<![CDATA[a]]>&lt;/QBXML&gt;",
      hresult: "",
      message: "",
    }),
  ),
  envelope(callOf("sendRequestXML", { ticket: "t", strHCPResponse: "&lt;a/&gt;", qbXMLMajorVers: "13" })),
  envelope(callOf("authenticate", { strUserName: "a", strPassword: "b" })),
];
const SPLINTERS = [
  "<",
  ">",
  "&",
  ";",
  "]]>",
  "<!--",
  "-->",
  "<![CDATA[",
  "<?",
  "?>",
  '"',
  "'",
  "/",
  "<a>",
  "</a>",
];
const MORE = [
  ...SPLINTERS,
  "\0",
  "\ufeff",
  "\xff",
  "&#0;",
  "<!DOCTYPE a>",
  "xmlns:",
  "soap:",
  " ",
  "\r\n",
  "=",
  "0x",
];

function mutated(body: Buffer, random: (below: number) => number): Buffer {
  let bytes = body;
  for (let rounds = 1 + random(3); rounds > 0; rounds -= 1) {
    const at = random(bytes.length + 1);
    const to = Math.min(bytes.length, at + random(12));
    const parts = [
      () => [bytes.subarray(0, at)],
      () => [bytes.subarray(0, at), bytes.subarray(to)],
      () => [bytes.subarray(0, to), bytes.subarray(at)],
      () => [bytes.subarray(0, at), Buffer.from([random(256)]), bytes.subarray(at + 1)],
      () => [bytes.subarray(0, at), Buffer.from(MORE[random(MORE.length)] ?? ""), bytes.subarray(at)],
    ];
    bytes = Buffer.concat(parts[random(parts.length)]?.() ?? [bytes]);
  }
  return bytes;
}

test("600 damaged requests each get a reply or a Client's fault, and none gets through that is not XML", async () => {
  const { conversation } = listener();
  const server = await serve({ conversation });
  const random = numbers(20260611);
  const counts = { replies: 0, faults: 0 };
  for (let round = 0; round < 600; round += 1) {
    const body = mutated(Buffer.from(GOOD[round % GOOD.length] ?? ""), random);
    const { status, text } = await server.post(body);
    const shown = `round ${round}: ${body.toString()}`;
    expect(XMLValidator.validate(text), shown).toBe(true);
    if (status === 200) {
      expect(XMLValidator.validate(body.toString().replace(/^\ufeff/, "")), shown).toBe(true);
      counts.replies += 1;
    } else {
      expect([status, /<faultcode>soap:(Client|VersionMismatch)</.test(text)], shown).toEqual([500, true]);
      counts.faults += 1;
    }
  }
  await server.close();
  expect(openSpoolFiles()).toBe(0);
  // Both kinds occurred: the mutations are neither all harmless nor all fatal.
  expect(Math.min(counts.replies, counts.faults)).toBeGreaterThan(30);
});
