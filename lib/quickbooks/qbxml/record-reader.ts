import type { Field, ScalarType, Sequence } from "@/lib/quickbooks/qbxml/grammar";
import { QbxmlError } from "@/lib/quickbooks/qbxml/qbxml-error";

/** A record as read: qbXML's names, text kept exactly, whole numbers and booleans typed, lists as arrays. */
export type QbRecord = { [name: string]: unknown };

interface Level {
  readonly name: string;
  readonly content: Sequence;
  readonly data: QbRecord;
  readonly store: () => void;
}

/**
 * Builds one record from the elements inside it. What the description does not name is skipped whole, since
 * a newer QuickBooks may send more; so no name from outside ever becomes a key.
 */
export class RecordReader {
  readonly data: QbRecord = {};
  readonly #levels: Level[];
  #scalar: { name: string; type: ScalarType; set: (value: unknown) => void } | undefined;
  #text = "";
  /** How many elements deep inside one that is skipped. */
  #skipping = 0;

  constructor(name: string, content: Sequence) {
    this.#levels = [{ name, content, data: this.data, store: () => {} }];
  }

  open(name: string) {
    if (this.#skipping > 0) {
      this.#skipping++;
      return;
    }
    if (this.#scalar) throw unexpected(`an element ${name} inside the value ${this.#scalar.name}`);
    const level = this.#level;
    const entry = level.content.elements.get(name);
    if (!entry) {
      this.#skipping = 1;
      return;
    }
    const set = setter(level, name, entry.field, entry.list);
    const { type } = entry.field;
    if (type.kind === "block") {
      const data: QbRecord = {};
      this.#levels.push({ name, content: type.content, data, store: () => set(data) });
    } else {
      this.#scalar = { name, type, set };
      this.#text = "";
    }
  }

  text(text: string) {
    if (this.#skipping > 0) return;
    if (this.#scalar) this.#text += text;
    else if (/\S/.test(text)) throw unexpected(`text between the elements of ${this.#level.name}`);
  }

  close() {
    if (this.#skipping > 0) {
      this.#skipping--;
    } else if (this.#scalar) {
      const value = readScalar(this.#scalar.name, this.#scalar.type, this.#text);
      if (value !== undefined) this.#scalar.set(value);
      this.#scalar = undefined;
    } else {
      this.#levels.pop()?.store();
    }
  }

  get #level(): Level {
    const level = this.#levels.at(-1);
    if (!level) throw unexpected("an element after the end of a record");
    return level;
  }
}

function setter({ name: parent, data }: Level, name: string, field: Field, list: string | undefined) {
  if (list !== undefined) return (value: unknown) => append(data, list, { [name]: value });
  if (field.isMany) return (value: unknown) => append(data, name, value);
  return (value: unknown) => {
    if (Object.hasOwn(data, name)) throw unexpected(`a second ${name} in ${parent}`);
    data[name] = value;
  };
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
  if (value === "") return undefined;
  if (kind === "bool") return readBoolean(name, value);
  if (kind === "int") return readInteger(name, value);
  return text;
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
