/**
 * What a message description is made of. Every part carries its own input and output type, so no type has
 * to walk a whole message (one recursive conditional type over a bill is more than TypeScript will follow).
 */
import type { ScalarKind } from "@/lib/quickbooks/qbxml/values";

export type Presence = "optional" | "required" | "repeat" | "repeatAtLeastOnce";

export interface ScalarType {
  readonly kind: ScalarKind;
  /** Characters for text, the greatest value for int. */
  readonly max?: number;
  readonly min?: number;
  readonly values?: ReadonlySet<string>;
  /** A character the value may not hold. */
  readonly forbids?: string;
}

export interface BlockType {
  readonly kind: "block";
  readonly content: Sequence;
  /** A reference to a list entry: needs ListID or FullName, and is cleared through its ListID. */
  readonly isRef: boolean;
  /** A rule over the whole block: the end of a sentence ("has …") when it is broken. */
  readonly rule?: (data: Readonly<Record<string, unknown>>) => string | undefined;
}

/** One element: what it holds, how often it comes, from which qbXML version on. Optional unless it says so. */
export class Field<In = unknown, Out = unknown, P extends Presence = Presence> {
  declare readonly in?: In;
  declare readonly out?: Out;
  readonly isMany: boolean;

  constructor(
    readonly type: ScalarType | BlockType,
    readonly presence: P,
    readonly sinceVersion = 1,
    readonly isClearable = true,
  ) {
    this.isMany = presence === "repeat" || presence === "repeatAtLeastOnce";
  }

  required(): Field<In, Out, "required"> {
    return new Field(this.type, "required", this.sinceVersion, this.isClearable);
  }

  repeat(): Field<In, Out, "repeat"> {
    return new Field(this.type, "repeat", this.sinceVersion, this.isClearable);
  }

  repeatAtLeastOnce(): Field<In, Out, "repeatAtLeastOnce"> {
    return new Field(this.type, "repeatAtLeastOnce", this.sinceVersion, this.isClearable);
  }

  /** Lowest qbXML version that knows the element. */
  since(version: number): Field<In, Out, P> {
    return new Field(this.type, this.presence, version, this.isClearable);
  }

  /** In a Mod the element must hold a value whenever it is there: QuickBooks refuses an empty one (3190). */
  notClearable(): Field<In, Out, P> {
    return new Field(this.type, this.presence, this.sinceVersion, false);
  }
}

/** Elements in qbXML's order, by name. */
export type Rows = Readonly<Record<string, Field>>;
export type Part = Rows | Sequence | Choice | OrderedList;

/** An element as a reader meets it: its field, and the list it is kept in when order across names counts. */
export interface ElementEntry {
  readonly field: Field;
  readonly list?: string;
}

/** Parts one after the other. */
export class Sequence<In = unknown, Out = unknown> {
  declare readonly in?: In;
  declare readonly out?: Out;
  #elements?: ReadonlyMap<string, ElementEntry>;
  #dataNames?: ReadonlySet<string>;

  constructor(readonly parts: readonly Part[]) {}

  /** Every element of this level by name, whichever branch it stands in. */
  get elements(): ReadonlyMap<string, ElementEntry> {
    this.#elements ??= new Map(this.parts.flatMap(elementsOf));
    return this.#elements;
  }

  /** The keys that data may have at this level: element names, and the names of ordered lists. */
  get dataNames(): ReadonlySet<string> {
    this.#dataNames ??= new Set([...this.elements].map(([name, { list }]) => list ?? name));
    return this.#dataNames;
  }
}

/** Branches of which at most one, or exactly one, is used. */
export class Choice<In = unknown, Out = unknown> {
  declare readonly in?: In;
  declare readonly out?: Out;
  readonly branches: readonly Sequence[];

  constructor(
    branches: readonly Part[],
    readonly isRequired: boolean,
  ) {
    this.branches = branches.map((branch) => new Sequence([branch]));
  }
}

/**
 * Elements of several names in one list whose order counts, such as item lines and group lines. In data it
 * is an array under `listName`, one element an entry: `ItemLines: [{ ItemLineAdd: … }, { ItemGroupLineAdd: … }]`.
 */
export class OrderedList<In = unknown, Out = unknown> {
  declare readonly in?: In;
  declare readonly out?: Out;

  constructor(
    readonly listName: string,
    readonly rows: Rows,
  ) {}
}

function elementsOf(part: Part): [string, ElementEntry][] {
  if (part instanceof Sequence) return [...part.elements];
  if (part instanceof Choice) return part.branches.flatMap((branch) => [...branch.elements]);
  if (part instanceof OrderedList) {
    return Object.entries(part.rows).map(([name, field]) => [name, { field, list: part.listName }]);
  }
  return Object.entries(part).map(([name, field]) => [name, { field }]);
}

// ---- types, derived part by part --------------------------------------------------------------------

type Simplify<T> = { [K in keyof T]: T[K] };
type InOf<F> = F extends Field<infer In, unknown, Presence> ? In : never;
type OutOf<F> = F extends Field<unknown, infer Out, Presence> ? Out : never;
type Many = "repeat" | "repeatAtLeastOnce";
type InValue<F> = F extends Field<unknown, unknown, Many> ? readonly InOf<F>[] : InOf<F>;
type OutValue<F> = F extends Field<unknown, unknown, Many> ? OutOf<F>[] : OutOf<F>;
type RequiredKeys<R> = {
  [K in keyof R]: R[K] extends Field<unknown, unknown, "required" | "repeatAtLeastOnce"> ? K : never;
}[keyof R];
type RowsIn<R> = Simplify<
  { [K in RequiredKeys<R>]: InValue<R[K]> } & {
    [K in Exclude<keyof R, RequiredKeys<R>>]?: InValue<R[K]> | null;
  }
>;
/** On reading everything is optional: a reply may be cut down, and QuickBooks leaves out what is empty. */
type RowsOut<R> = { [K in keyof R]?: OutValue<R[K]> };

type Structured = Sequence | Choice | OrderedList;
/** What a request may hold for one part. */
export type PartIn<P> = P extends Structured ? NonNullable<P["in"]> : RowsIn<P>;
/** What a reply may hold for one part. */
export type PartOut<P> = P extends Structured ? NonNullable<P["out"]> : RowsOut<P>;

/** Parts of a sequence, all at once. Function parameters keep the unions of choices whole. */
export type AllIn<P extends readonly Part[]> = Simplify<
  { [I in keyof P]: (value: PartIn<P[I]>) => void }[number] extends (value: infer All) => void ? All : never
>;
export type AllOut<P extends readonly Part[]> = Simplify<
  { [I in keyof P]: (value: PartOut<P[I]>) => void }[number] extends (value: infer All) => void ? All : never
>;

type KeysOf<U> = U extends unknown ? keyof U : never;
type Exclusive<U, Keys extends PropertyKey> = U extends unknown
  ? U & { [K in Exclude<Keys, keyof U>]?: never }
  : never;
/** Exactly one member of a union, the keys of the others absent. */
export type OneOf<U> = Exclusive<U, KeysOf<U>>;
/** As OneOf, or none of them. */
export type OneOrNone<U> = OneOf<U> | { [K in KeysOf<U>]?: never };

/** One entry of an ordered list: an object with a single key, the element's name. */
export type EntryIn<R> = OneOf<{ [K in keyof R]: { [N in K]: InOf<R[K]> } }[keyof R]>;
export type EntryOut<R> = OneOf<{ [K in keyof R]: { [N in K]: OutOf<R[K]> } }[keyof R]>;
