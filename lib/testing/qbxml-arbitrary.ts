import fc from "fast-check";
import {
  Choice,
  type Field,
  OrderedList,
  type Part,
  type ScalarType,
  Sequence,
} from "@/lib/quickbooks/qbxml/grammar";
import { isWrapped, type Message } from "@/lib/quickbooks/qbxml/message";

type Data = Record<string, unknown>;

/** `full`: every field there is (the first branch of each choice), each list with two entries. */
export interface ArbitraryOptions {
  readonly full?: boolean;
}

/** Data that fits a request of this message, its keys in no particular order. */
export function requestData(message: Message, options: ArbitraryOptions = {}): fc.Arbitrary<Data> {
  const data = sequenceData(message.request, options);
  if (!isWrapped(message)) return shuffled(data);
  const names = fc.array(fc.constantFrom("TxnID", "ListID", "EditSequence"), { minLength: 1, maxLength: 2 });
  return shuffled(
    fc.tuple(data, names).map(([inside, IncludeRetElement]) => ({ ...inside, IncludeRetElement })),
  );
}

/** Data as a reply could bring it in such an element. */
export function recordData(field: Field, options: ArbitraryOptions = {}): fc.Arbitrary<Data> {
  if (field.type.kind !== "block") throw new TypeError("A record is a block");
  return sequenceData(field.type.content, options);
}

function sequenceData({ parts }: Sequence, options: ArbitraryOptions): fc.Arbitrary<Data> {
  return fc
    .tuple(...parts.map((part) => partData(part, options)))
    .map((all) => Object.assign({}, ...(all as Data[])) as Data);
}

function partData(part: Part, options: ArbitraryOptions): fc.Arbitrary<Data> {
  if (part instanceof Sequence) return sequenceData(part, options);
  if (part instanceof Choice) {
    const branches = part.branches.map((branch) => sequenceData(branch, options));
    if (options.full) return branches.at(-1) ?? fc.constant({});
    const filled = fc.oneof(...branches).filter((data) => Object.keys(data).length > 0);
    return part.isRequired ? filled : fc.oneof(fc.constant({}), filled);
  }
  if (part instanceof OrderedList) {
    const entries = Object.entries(part.rows).map(([name, field]) =>
      fieldValue(field, options).map((value): Data => ({ [name]: value })),
    );
    if (options.full) return fc.tuple(...entries, ...entries).map((list) => ({ [part.listName]: list }));
    return fc
      .array(fc.oneof(...entries), { maxLength: 3 })
      .map((list): Data => (list.length > 0 ? { [part.listName]: list } : {}));
  }
  const required: string[] = [];
  const values: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, field] of Object.entries(part)) {
    const value = fieldValue(field, options);
    values[name] = field.isMany ? fc.array(value, { minLength: options.full ? 2 : 1, maxLength: 2 }) : value;
    if (options.full || field.presence === "required" || field.presence === "repeatAtLeastOnce")
      required.push(name);
  }
  return fc.record(values, { requiredKeys: required });
}

function fieldValue({ type }: Field, options: ArbitraryOptions): fc.Arbitrary<unknown> {
  if (type.kind !== "block") return scalar(type);
  if (type.isRef) {
    const fullName = type.content.elements.get("FullName")?.field.type as ScalarType;
    return fc.oneof(
      fc.record({ ListID: scalar({ kind: "id" }), FullName: scalar(fullName) }),
      fc.record({ ListID: scalar({ kind: "id" }) }),
      fc.record({ FullName: scalar(fullName) }),
    );
  }
  const { rule } = type;
  const data = sequenceData(type.content, options);
  if (!rule) return data;
  // The full address has too many lines by its own rule: then the lower ones go.
  return data.map((whole) => {
    const { Addr4: _, Addr5: __, ...less } = whole;
    return rule(whole) ? less : whole;
  });
}

/** ASCII, Latin-1 and what Windows-1252 adds, with the characters that XML minds. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) },
  { weight: 1, arbitrary: fc.integer({ min: 0xa1, max: 0xff }).map((code) => String.fromCharCode(code)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("<", ">", "&", '"', "'", "]", "]]>", "\u20ac", "\u0160", "\n", " "),
  },
);
const decimal = (places: number) =>
  fc
    .tuple(fc.constantFrom("", "-"), fc.bigInt({ min: 0n, max: 9_999_999_999n }), fc.nat(10 ** places - 1))
    .map(([sign, whole, part]) => `${sign}${whole}.${String(part).padStart(places, "0")}`);
const day = fc
  .date({ min: new Date("1970-01-01"), max: new Date("2038-01-19"), noInvalidDate: true })
  .map((date) => date.toISOString());
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789ABCDEF"), minLength: length, maxLength: length });

function scalar(type: ScalarType): fc.Arbitrary<unknown> {
  const { kind, max = 80, values, forbids, min = 0 } = type;
  switch (kind) {
    case "str":
      return fc
        .string({ unit: character, minLength: 1, maxLength: Math.min(max, 60) })
        .map((text) => (forbids ? text.replaceAll(forbids, "-") : text).slice(0, max))
        .map((text) => (text.replace(/\n/g, "\r\n").length > max ? text.replace(/\n/g, "_") : text));
    case "enum":
      return fc.constantFrom(...(values ?? []));
    case "bool":
      return fc.boolean();
    case "int":
      return fc.integer({ min, max: type.max ?? 1_000_000 });
    case "date":
      return day.map((iso) => iso.slice(0, 10));
    case "datetime":
      return fc
        .tuple(day, fc.constantFrom("", "-05:00", "+10:00"))
        .map(([iso, offset]) => `${iso.slice(0, 19)}${offset}`);
    case "amt":
      return decimal(2);
    case "guid":
      return fc.tuple(hex(8), hex(4), hex(12)).map(([a, b, c]) => `{${a}-${b}-${b}-${b}-${c}}`);
    case "id":
      return fc.tuple(hex(8), fc.nat(2_000_000_000)).map(([a, b]) => `${a}-${b}`);
    default:
      return decimal(5);
  }
}

const shuffled = (arbitrary: fc.Arbitrary<Data>) =>
  arbitrary.chain((data) =>
    fc
      .shuffledSubarray(Object.entries(data), { minLength: Object.keys(data).length })
      .map((entries) => Object.fromEntries(entries)),
  );
