/** The words that messages are described with: one builder a field type, one a way of combining them. */
import {
  type AllIn,
  type AllOut,
  Choice,
  type EntryIn,
  type EntryOut,
  Field,
  type OneOf,
  type OneOrNone,
  OrderedList,
  type Part,
  type PartIn,
  type PartOut,
  type Rows,
  Sequence,
} from "@/lib/quickbooks/qbxml/grammar";
import type { ScalarKind } from "@/lib/quickbooks/qbxml/values";

const textField = (kind: ScalarKind, max?: number) =>
  new Field<string, string, "optional">({ kind, max }, "optional");

/** Text of at most `max` characters, each new line counting as two. */
export const str = (max?: number) => textField("str", max);
/** The name of a list entry: text without a colon, since the colon parts the levels of a full name (3090). */
export const name = (max: number) =>
  new Field<string, string, "optional">({ kind: "str", max, forbids: ":" }, "optional");
export const id = () => textField("id", 36);
export const date = () => textField("date");
export const datetime = () => textField("datetime");
export const amt = () => textField("amt");
export const price = () => textField("price");
export const quan = () => textField("quan");
export const percent = () => textField("percent");
export const float = () => textField("float");
export const guid = () => textField("guid");
export const bool = () => new Field<boolean, boolean, "optional">({ kind: "bool" }, "optional");
export const int = (min?: number, max?: number) =>
  new Field<number, number, "optional">({ kind: "int", min, max }, "optional");

/** One of the values. In a reply any other text is accepted: QuickBooks sends values that no schema lists. */
export const enumOf = <const V extends string>(...values: readonly V[]) =>
  new Field<V, V | (string & {}), "optional">({ kind: "enum", values: new Set(values) }, "optional");

/** Parts one after the other, without an element of their own. */
export const sequence = <const P extends readonly Part[]>(...parts: P) =>
  new Sequence<AllIn<P>, AllOut<P>>(parts);

/** An element that holds elements. */
export const block = <const P extends readonly Part[]>(...parts: P) => blockOf(sequence(...parts));

const blockOf = <In, Out>(content: Sequence<In, Out>, isRef = false) =>
  new Field<In, Out, "optional">({ kind: "block", content, isRef }, "optional");

/** A reference to a list entry. QuickBooks ignores FullName when ListID is there. */
export const ref = (max?: number) => blockOf(sequence({ ListID: id(), FullName: str(max) }), true);

/** An address. QuickBooks prints at most five lines of it (3205). */
export function address() {
  const content = sequence({
    Addr1: str(41),
    Addr2: str(41),
    Addr3: str(41),
    Addr4: str(41).since(2),
    Addr5: str(41).since(6),
    City: str(31),
    State: str(21),
    PostalCode: str(13),
    Country: str(31),
    Note: str(41).since(6),
  });
  type In = NonNullable<typeof content.in>;
  type Out = NonNullable<typeof content.out>;
  return new Field<In, Out, "optional">(
    { kind: "block", content, isRef: false, rule: moreThanFiveLines },
    "optional",
  );
}

/** City, state and postal code share the last printed line. */
function moreThanFiveLines(data: Readonly<Record<string, unknown>>): string | undefined {
  const streetLines = ["Addr1", "Addr2", "Addr3", "Addr4", "Addr5"].filter((line) => data[line]).length;
  const hasCityLine = Boolean(data.City || data.State || data.PostalCode);
  return streetLines + (hasCityLine ? 1 : 0) > 5
    ? "has more than five printed lines (city, state and postal code make one)"
    : undefined;
}

/** The address as QuickBooks prints it; in replies only. */
export const addressBlock = () =>
  block({ Addr1: str(41), Addr2: str(41), Addr3: str(41), Addr4: str(41), Addr5: str(41) });

/** At most one of the branches. */
export const atMostOne = <const B extends readonly Part[]>(...branches: B) =>
  new Choice<OneOrNone<PartIn<B[number]>>, BranchesOut<B>>(branches, false);

/** One of the branches, and only one. */
export const exactlyOne = <const B extends readonly Part[]>(...branches: B) =>
  new Choice<OneOf<PartIn<B[number]>>, BranchesOut<B>>(branches, true);

/** Which branch was taken is plain from what is there, so a record simply has the fields of all of them. */
type BranchesOut<B extends readonly Part[]> = {
  [I in keyof B]: (value: PartOut<B[I]>) => void;
}[number] extends (value: infer All) => void
  ? All
  : never;

/** Elements of several names in one list, in any order, kept in that order. */
export const inAnyOrder = <const L extends string, const R extends Rows>(listName: L, rows: R) =>
  new OrderedList<{ [K in L]?: readonly EntryIn<R>[] | null }, { [K in L]?: EntryOut<R>[] }>(listName, rows);
