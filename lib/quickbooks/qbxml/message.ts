import { str } from "@/lib/quickbooks/qbxml/fields";
import { type Field, Sequence } from "@/lib/quickbooks/qbxml/grammar";

/**
 * - `query`, `act`: the request's elements stand straight in the …Rq
 * - `add`, `mod`: they stand in an element of the message's name, and IncludeRetElement may follow it;
 *   in a `mod` null or "" empties a field
 */
export type MessageKind = "query" | "act" | "add" | "mod";

export interface MessageSpec {
  /** Without Rq and Rs: "BillAdd". */
  readonly name: string;
  readonly kind: MessageKind;
  /** Lowest qbXML version that knows the message. */
  readonly since: number;
  /** What the request element may carry beside requestID. */
  readonly attributes: readonly ("metaData" | "iterator")[];
  readonly request: Sequence;
  /** What the reply holds, by element name. Under the reply's own name ("TxnDelRs") when it has no Ret. */
  readonly records: Readonly<Record<string, Field>>;
}

/** A message's description. `In` is what a request holds, `Records` what replies bring, by element name. */
export interface Message<In = unknown, Records = unknown> extends MessageSpec {
  readonly in?: In;
  readonly out?: Records;
}

/** What a request of this message holds. */
export type RequestOf<M extends Message> = NonNullable<M["in"]>;
/** One record of this message's reply; a union where there are several kinds, or the kind that is named. */
export type RecordOf<
  M extends Message,
  N extends keyof NonNullable<M["out"]> = keyof NonNullable<M["out"]>,
> = NonNullable<M["out"]>[N];

interface WithRet {
  /** Names of top-level fields to return; everything when left out. */
  readonly IncludeRetElement?: readonly string[] | null;
}
type InOf<S extends MessageSpec> = S["kind"] extends "add" | "mod"
  ? NonNullable<S["request"]["in"]> & WithRet
  : NonNullable<S["request"]["in"]>;
type RecordsOf<R> = { [K in keyof R]: R[K] extends Field<unknown, infer Out> ? Out : never };

/** Describes a message. See `messages/` for all of them. */
export function defineMessage<const S extends MessageSpec>(
  spec: S,
): Message<InOf<S>, RecordsOf<S["records"]>> & { readonly name: S["name"] } {
  return spec;
}

/** The part after the Add or Mod element. */
export const AFTER_WRAPPER = new Sequence([{ IncludeRetElement: str(50).repeat().since(4) }]);

export const isWrapped = (message: Message) => message.kind === "add" || message.kind === "mod";
