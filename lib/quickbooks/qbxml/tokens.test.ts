import fc from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "@/lib/quickbooks/qbxml/read-limits";
import { TokenReader } from "@/lib/quickbooks/qbxml/tokens";

type Event = string;

/** Texts that follow one another are one: where a reader hands them on in parts is its own affair. */
function recorder() {
  const events: Event[] = [];
  const open = (name: string, attributes: Readonly<Record<string, string>>) =>
    void events.push(`<${name} ${JSON.stringify(attributes)}`);
  const close = (name: string) => void events.push(`>${name}`);
  const text = (text: string) => {
    const last = events.at(-1);
    if (last?.startsWith("=")) events[events.length - 1] = last + text;
    else if (text !== "") events.push(`=${text}`);
  };
  const value = (name: string, inside: string) => {
    open(name, {});
    text(inside);
    close(name);
  };
  return { events, open, close, text, value };
}

/** What the two readers together make of it, given in pieces; undefined when they refuse it. */
function read(xml: string, length: number): Event[] | undefined {
  const handler = recorder();
  const reader = new TokenReader(handler, DEFAULT_LIMITS);
  try {
    for (let at = 0; at < xml.length; at += length) for (const _ of reader.write(xml.slice(at, at + length)));
    reader.end();
    return handler.events;
  } catch {
    return undefined;
  }
}

/** The same by saxes alone. */
function readBySaxes(xml: string): Event[] | undefined {
  const handler = recorder();
  const parser = new SaxesParser({ position: false, xmlns: false as const });
  let isWrong = /\p{Surrogate}/u.test(xml);
  parser.on("error", () => {
    isWrong = true;
  });
  parser.on("doctype", () => {
    isWrong = true;
  });
  parser.on("opentag", ({ name, attributes }) => handler.open(name, attributes));
  parser.on("text", (text) => handler.text(text));
  parser.on("cdata", (text) => handler.text(text));
  parser.on("closetag", ({ name }) => handler.close(name));
  parser.write(xml).close();
  return isWrong ? undefined : handler.events;
}

const TEXT = fc.oneof(
  fc.constantFrom(
    "",
    "\n",
    "a",
    "Smith &amp; Sons",
    "&#233;&lt;b&gt;",
    "x\r\ny\rz",
    "]] ]",
    "😀",
    "a > b",
    "&#13;",
  ),
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[&<>\p{C}]/gu, "")),
);
const NAME = fc.constantFrom("ListID", "Name", "Name2", "VendorRet", "a.b-c", "_x");
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      NAME,
      fc.constantFrom("", "", "", ' a="1"', " ", ' a="&amp;" b="2"'),
      fc.array(
        fc.oneof(
          { depthSize: "small" },
          TEXT,
          fc.constantFrom("<!-- > <a> -->", "<![CDATA[<b>]]>", "<?p > ?>", "<Empty/>", "<Empty />"),
          tie("element"),
        ),
        { maxLength: 4 },
      ),
    )
    .map(([name, attributes, inside]) => `<${name}${attributes}>${inside.join("\n")}</${name}>`),
}));
const DOCUMENT = element.map((inside) => `<?xml version="1.0" ?>\n<QBXML>\n${inside}\n</QBXML>\n`);

test("a sound document is read as saxes alone reads it, wherever it is cut", () => {
  fc.assert(
    fc.property(DOCUMENT, fc.integer({ min: 1, max: 40 }), (xml, length) => {
      const expected = readBySaxes(xml);
      expect(expected).toBeDefined();
      expect(read(xml, length)).toEqual(expected);
    }),
    { numRuns: 600 },
  );
});

const DAMAGE = fc.constantFrom(
  "<",
  ">",
  "&",
  "]]>",
  "</",
  "/>",
  "\u0007",
  "\ud83d",
  "<Name>",
  "</Name>",
  "\ufffe",
  " ",
  "",
);

test("a damaged one is refused where saxes alone refuses it, and read alike where not", () => {
  let refused = 0;
  fc.assert(
    fc.property(
      DOCUMENT,
      DAMAGE,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(3),
      (xml, sign, where, cut) => {
        const at = Math.floor(where * xml.length);
        const damaged = xml.slice(0, at) + sign + xml.slice(at + cut);
        const expected = readBySaxes(damaged);
        if (!expected) refused += 1;
        expect(read(damaged, 7)).toEqual(expected);
        expect(read(damaged, 100_000)).toEqual(expected);
      },
    ),
    { numRuns: 1500 },
  );
  expect(refused).toBeGreaterThan(200);
});
