import type { Random } from "./seeded";

/** Damages a text in one way; undefined where it offers no hold for that. */
type Mutation = (xml: string, random: Random) => string | undefined;

const TAG = /<\/?[A-Za-z][\w.]*/g;
const LEAF = /<([A-Za-z]\w*)>([^<]*)<\/\1>/g;

function anyMatch(xml: string, pattern: RegExp, random: Random): RegExpMatchArray | undefined {
  const found = [...xml.matchAll(pattern)];
  return found.length === 0 ? undefined : random.pick(found);
}

const splice = (xml: string, at: number, length: number, put: string): string =>
  xml.slice(0, at) + put + xml.slice(at + length);

/** Puts another value between the tags of one element. */
const withValue =
  (values: readonly string[], names = LEAF): Mutation =>
  (xml, random) => {
    const leaf = anyMatch(xml, names, random);
    const [whole, name] = leaf ?? [];
    if (leaf?.index === undefined || whole === undefined) return undefined;
    return splice(xml, leaf.index, whole.length, `<${name}>${random.pick(values)}</${name}>`);
  };

const IDS = /<(ListID|TxnID|EditSequence|TxnLineID)>([^<]*)<\/\1>/g;
const ATTRIBUTE =
  /(requestID|statusCode|statusSeverity|iteratorRemainingCount|iteratorID|retCount|messageSetStatusCode)="[^"]*"/g;
const BOMB = `<!DOCTYPE b [<!ENTITY a "haha"><!ENTITY b "${"&a;".repeat(20)}"><!ENTITY c "${"&b;".repeat(20)}">]>`;

const MUTATIONS: Record<string, Mutation> = {
  truncated: (xml, random) => xml.slice(0, random.below(xml.length + 1)),
  "without a stretch": (xml, random) => {
    const at = random.below(xml.length);
    return splice(xml, at, 1 + random.below(60), "");
  },
  "a stretch twice": (xml, random) => {
    const at = random.below(xml.length);
    return splice(xml, at, 0, xml.slice(at, at + 1 + random.below(200)));
  },
  "two tags swapped": (xml, random) => {
    const [one, two] = [anyMatch(xml, TAG, random), anyMatch(xml, TAG, random)];
    if (one?.index === undefined || two?.index === undefined || one.index === two.index) return undefined;
    const [first, last] = one.index < two.index ? [one, two] : [two, one];
    return splice(
      splice(xml, last.index ?? 0, last[0].length, first[0]),
      first.index ?? 0,
      first[0].length,
      last[0],
    );
  },
  "an element twice": (xml, random) => {
    const leaf = anyMatch(xml, LEAF, random);
    return leaf?.index === undefined ? undefined : splice(xml, leaf.index, 0, leaf[0]);
  },
  "without an element": (xml, random) => {
    const leaf = anyMatch(xml, LEAF, random);
    return leaf?.index === undefined ? undefined : splice(xml, leaf.index, leaf[0].length, "");
  },
  "an entity bomb": (xml, random) => {
    const leaf = anyMatch(xml, LEAF, random);
    const [whole, name] = leaf ?? [];
    if (leaf?.index === undefined || whole === undefined) return undefined;
    const filled = splice(xml, leaf.index, whole.length, `<${name}>&c;</${name}>`);
    return filled.startsWith("<?xml") ? filled.replace("?>", `?>${BOMB}`) : BOMB + filled;
  },
  "a wrong ID": withValue(["", "0", "FFFFFFFF-1", "80000001-1197757037", "x".repeat(40), "' or 1=1 --"], IDS),
  "a wrong attribute": (xml, random) => {
    const found = anyMatch(xml, ATTRIBUTE, random);
    const [whole, name] = found ?? [];
    if (found?.index === undefined || whole === undefined) return undefined;
    const values = ["", "-1", "0", "1", "3100", "9".repeat(30), "Error", "NaN", "1.5"];
    return splice(xml, found.index, whole.length, `${name}="${random.pick(values)}"`);
  },
  "a wrong type": withValue([
    "",
    "abc",
    "NaN",
    "true",
    "2026-13-45",
    "0000-00-00",
    "1e5",
    "--5",
    "1,5",
    "\u0007",
  ]),
  "a huge number": withValue([
    "9".repeat(400),
    `-${"9".repeat(20)}.99`,
    "1e400",
    "0.00000000001",
    "99999999999999.99",
  ]),
  "a huge text": withValue([
    "x".repeat(70_000),
    "&#65533;",
    "🧾".repeat(300),
    "&#0;",
    "]]>",
    "<![CDATA[x]]>",
  ]),
  "an unknown element": (xml, random) => {
    const tag = anyMatch(xml, LEAF, random);
    return tag?.index === undefined ? undefined : splice(xml, tag.index, 0, "<Surprise><Deep/></Surprise>");
  },
  "a deep nest": (xml, random) => {
    const leaf = anyMatch(xml, LEAF, random);
    if (leaf?.index === undefined) return undefined;
    const depth = 200 + random.below(5000);
    return splice(xml, leaf.index, 0, "<N>".repeat(depth) + "</N>".repeat(depth));
  },
  "another declaration": (xml, random) => {
    const encoding = random.pick(["utf-16", "us-ascii", "windows-1252", "utf-7", "x"]);
    return xml.replace(/<\?xml[^>]*\?>/, `<?xml version="1.0" encoding="${encoding}"?>`);
  },
};

/** Damages a document in one to three ways. @returns it, and what was done to it */
export function mutated(xml: string, random: Random): { xml: string; how: string } {
  const done: string[] = [];
  let text = xml;
  for (let left = 1 + random.below(3); left > 0; left -= 1) {
    const how = random.pick(Object.keys(MUTATIONS));
    const changed = MUTATIONS[how]?.(text, random);
    if (changed === undefined) continue;
    text = changed;
    done.push(how);
  }
  return { xml: text, how: done.join(", ") || "nothing" };
}

/** Damages the bytes of a body, now and then its encoding as a whole. */
export function damaged(body: string, random: Random): { bytes: Buffer; how: string } {
  const bytes = Buffer.from(body, "utf8");
  const at = random.below(bytes.length + 1);
  const ways: [string, () => Buffer][] = [
    ["cut off", () => bytes.subarray(0, at)],
    ["UTF-16", () => Buffer.from(`\ufeff${body}`, "utf16le")],
    ["UTF-16 without a mark", () => Buffer.from(body, "utf16le")],
    ["Latin-1", () => Buffer.from(`${body.slice(0, at)}éüß${body.slice(at)}`, "latin1")],
    [
      "half a character",
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from([0xc3]), bytes.subarray(at)]),
    ],
    [
      "bytes of no character",
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from([0xff, 0xfe, 0xc0]), bytes.subarray(at)]),
    ],
    ["a NUL", () => Buffer.concat([bytes.subarray(0, at), Buffer.from([0]), bytes.subarray(at)])],
    ["a byte-order mark", () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])],
  ];
  const flipBits = () => {
    const copy = Buffer.from(bytes);
    for (let left = 1 + random.below(8); left > 0; left -= 1) {
      const place = random.below(copy.length);
      copy[place] = (copy[place] ?? 0) ^ (1 << random.below(8));
    }
    return copy;
  };
  if (random.chance(0.5)) return { bytes: flipBits(), how: "bits flipped" };
  const [how, make] = random.pick(ways);
  return { bytes: make(), how };
}
