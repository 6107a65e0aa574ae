import type { ElementEntry, ScalarType, Sequence } from "@/lib/quickbooks/qbxml/grammar";
import { QbxmlError } from "@/lib/quickbooks/qbxml/qbxml-error";
import { VALUES } from "@/lib/quickbooks/qbxml/values";

/** A record as read: qbXML's names, text kept exactly, whole numbers and booleans typed, lists as arrays. */
export type QbRecord = { [name: string]: unknown };

interface Level {
  readonly name: string;
  readonly content: Sequence;
  readonly data: QbRecord;
  /** What the level above knows of it; the record itself has none. */
  readonly entry: ElementEntry | undefined;
}

/**
 * Builds one record from the elements inside it. What the description does not name is skipped whole, since
 * a newer QuickBooks may send more; so no name from outside ever becomes a key.
 */
export class RecordReader {
  readonly data: QbRecord = {};
  readonly #above: Level[] = [];
  #level: Level;
  /** The value that is open, and what its description says. */
  #scalar: ElementEntry | undefined;
  #scalarName = "";
  #text = "";
  /** How many elements deep inside one that is skipped. */
  #skipping = 0;

  constructor(name: string, content: Sequence) {
    this.#level = { name, content, data: this.data, entry: undefined };
  }

  open(name: string) {
    if (this.#skipping > 0) {
      this.#skipping++;
      return;
    }
    if (this.#scalar) throw unexpected(`an element ${name} inside the value ${this.#scalarName}`);
    const entry = this.#level.content.elements.get(name);
    if (!entry) {
      this.#skipping = 1;
      return;
    }
    const { type } = entry.field;
    if (type.kind === "block") {
      this.#above.push(this.#level);
      this.#level = { name, content: type.content, data: {}, entry };
    } else {
      this.#scalar = entry;
      this.#scalarName = name;
      this.#text = "";
    }
  }

  text(text: string) {
    if (this.#skipping > 0) return;
    if (this.#scalar) this.#text = this.#text === "" ? text : this.#text + text;
    else if (text !== "\n" && /\S/.test(text))
      throw unexpected(`text between the elements of ${this.#level.name}`);
  }

  /** A whole element with nothing but text in it: as open, text and close. */
  value(name: string, text: string) {
    const entry = this.#skipping > 0 || this.#scalar ? undefined : this.#level.content.elements.get(name);
    if (!entry || entry.field.type.kind === "block") {
      this.open(name);
      this.text(text);
      this.close();
      return;
    }
    const value = readScalar(name, entry.field.type, text);
    if (value !== undefined) store(this.#level, name, entry, value);
  }

  close() {
    if (this.#skipping > 0) {
      this.#skipping--;
    } else if (this.#scalar) {
      const { type } = this.#scalar.field;
      const value = type.kind === "block" ? undefined : readScalar(this.#scalarName, type, this.#text);
      if (value !== undefined) store(this.#level, this.#scalarName, this.#scalar, value);
      this.#scalar = undefined;
    } else {
      const { name, data, entry } = this.#level;
      const above = this.#above.pop();
      if (!above || !entry) throw unexpected(`an end of ${name} that has no beginning`);
      this.#level = above;
      store(above, name, entry, data);
    }
  }
}

/** Keys come from descriptions alone, so a plain object is safe, whatever the elements are called. */
function store({ name: parent, data }: Level, name: string, { field, list }: ElementEntry, value: unknown) {
  if (list !== undefined) append(data, list, { [name]: value });
  else if (field.isMany) append(data, name, value);
  else if (data[name] !== undefined) throw unexpected(`a second ${name} in ${parent}`);
  else data[name] = value;
}

function append(data: QbRecord, name: string, value: unknown) {
  const list = data[name];
  if (Array.isArray(list)) list.push(value);
  else data[name] = [value];
}

/** An empty element that is not text says the same as none. */
function readScalar(name: string, { kind }: ScalarType, text: string): unknown {
  if (kind === "str") return text;
  const value = text.trim();
  const { reads } = VALUES[kind];
  if (value === "" || value === reads?.none) return undefined;
  if (kind === "bool") return readBoolean(name, value);
  if (kind === "int") return readInteger(name, value);
  if (!reads) return text;
  if (!reads.fits(value)) throw unexpected(`a ${name} that is no ${reads.form}`);
  return value;
}

function readBoolean(name: string, value: string): boolean {
  const word = value.toLowerCase();
  if (word === "true" || word === "1") return true;
  if (word === "false" || word === "0") return false;
  throw unexpected(`a ${name} that is neither true nor false`);
}

/** @throws QbxmlError when the text is no whole number, or one that a number cannot hold exactly */
export function readInteger(name: string, value: string): number {
  const number = /^[+-]?\d+$/.test(value.trim()) ? Number(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw unexpected(`a ${name} that is not a whole number`);
  return number;
}

export const unexpected = (what: string) => new QbxmlError("unexpected", `The reply has ${what}.`);
