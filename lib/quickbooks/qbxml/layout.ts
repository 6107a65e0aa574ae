/**
 * Puts a request's data into the order of its description and finds everything that does not fit, in one
 * walk: what is checked is exactly what would be written.
 */

import { showCharacter, unstorableIn, withCrLf } from "@/lib/core/quickbooks-text";
import {
  Choice,
  type Field,
  OrderedList,
  type Part,
  type Rows,
  type ScalarType,
  Sequence,
} from "@/lib/quickbooks/qbxml/grammar";
import { AFTER_WRAPPER, isWrapped, type Message } from "@/lib/quickbooks/qbxml/message";
import { type Problem, type ProblemCode, subjectFor } from "@/lib/quickbooks/qbxml/problem";
import { VALUES } from "@/lib/quickbooks/qbxml/values";

/** An element ready to be written. */
export interface Element {
  readonly name: string;
  readonly content: string | readonly Element[];
  readonly attributes?: Readonly<Record<string, string | undefined>>;
}

export interface Layout {
  readonly elements: readonly Element[];
  readonly problems: readonly Problem[];
}

type Data = Readonly<Record<string, unknown>>;

/** Lays out the content of a message's …Rq element. `version` is the qbXML version it will be sent as. */
export function layOut(message: Message, data: unknown, version: number): Layout {
  const walk = new Walk(version, message.kind === "mod");
  if (message.since > version) walk.needsVersion("", message.since);
  if (!isData(data)) {
    walk.report("", "bad-form", "holds no fields.");
    return { elements: [], problems: walk.problems };
  }
  if (!isWrapped(message))
    return { elements: walk.sequence(message.request, data, ""), problems: walk.problems };
  const inside = walk.sequence(message.request, data, "", AFTER_WRAPPER);
  const after = walk.parts(AFTER_WRAPPER.parts, data, "");
  return { elements: [{ name: message.name, content: inside }, ...after], problems: walk.problems };
}

class Walk {
  readonly problems: Problem[] = [];

  constructor(
    readonly version: number,
    /** In a Mod an explicit null or "" empties a field; elsewhere it is the same as leaving it out. */
    readonly empties: boolean,
  ) {}

  report(path: string, code: ProblemCode, predicate: string, sizes?: Pick<Problem, "limit" | "length">) {
    this.problems.push({ path, code, ...sizes, text: `${subjectFor(path)} ${predicate}` });
  }

  needsVersion(path: string, since: number) {
    this.report(
      path,
      "needs-version",
      `needs a newer QuickBooks: it came with qbXML ${since.toFixed(1)}, and this one speaks ${this.version.toFixed(1)}.`,
    );
  }

  sequence(content: Sequence, data: Data, path: string, alsoKnown?: Sequence): Element[] {
    const known = content.dataNames;
    for (const key of Object.keys(data)) {
      if (data[key] === undefined || known.has(key) || alsoKnown?.elements.has(key)) continue;
      this.report(join(path, key), "unknown", "is not something QuickBooks takes here.");
    }
    return this.parts(content.parts, data, path);
  }

  parts(parts: readonly Part[], data: Data, path: string): Element[] {
    return parts.flatMap((part) => {
      if (part instanceof Sequence) return this.parts(part.parts, data, path);
      if (part instanceof Choice) return this.choice(part, data, path);
      if (part instanceof OrderedList) return this.orderedList(part, data, path);
      return this.rows(part, data, path);
    });
  }

  private rows(rows: Rows, data: Data, path: string): Element[] {
    const elements: Element[] = [];
    for (const name in rows) {
      const field = rows[name];
      // Most fields of most records are absent and optional: they cost nothing.
      if (!field || (data[name] === undefined && field.presence !== "required" && !field.isMany)) continue;
      elements.push(...this.field(name, field, data[name], join(path, name)));
    }
    return elements;
  }

  private field(name: string, field: Field, value: unknown, path: string): Element[] {
    if (this.isAbsent(value)) {
      if (field.presence === "required" || field.presence === "repeatAtLeastOnce") this.missing(path);
      return [];
    }
    if (field.sinceVersion > this.version) {
      this.needsVersion(path, field.sinceVersion);
      return [];
    }
    if (!field.isMany) return this.one(name, field, value, path);
    if (!Array.isArray(value)) {
      this.report(path, "bad-form", "must be a list.");
      return [];
    }
    if (value.length === 0 && field.presence === "repeatAtLeastOnce") this.missing(path);
    return value.flatMap((entry, i) => this.one(name, field, entry, `${path}[${i}]`));
  }

  private one(name: string, field: Field, value: unknown, path: string): Element[] {
    const { type } = field;
    if (value === null || value === undefined || value === "") return this.emptied(name, field, path);
    if (type.kind !== "block") return [{ name, content: this.scalar(type, value, path) }];
    if (!isData(value)) {
      this.report(path, "bad-form", "must hold fields, not a single value.");
      return [];
    }
    if (type.isRef && !value.ListID && !value.FullName) {
      const isExplicit = value.ListID !== undefined || value.FullName !== undefined;
      if (this.empties && isExplicit) return this.emptied(name, field, path);
      this.missing(path);
    }
    const broken = type.rule?.(value);
    if (broken) this.report(path, "bad-form", `${broken}.`);
    return [{ name, content: this.sequence(type.content, value, path) }];
  }

  /** A reference is emptied through its ListID; int, enum and guid cannot be empty at all. */
  private emptied(name: string, field: Field, path: string): Element[] {
    const { type } = field;
    const canBeEmpty = type.kind === "block" ? type.isRef : VALUES[type.kind].clearable;
    if (field.presence !== "optional" || !field.isClearable || !canBeEmpty) {
      this.report(path, "missing", "cannot be emptied in QuickBooks; it must have a value.");
      return [];
    }
    return [{ name, content: type.kind === "block" ? [{ name: "ListID", content: "" }] : "" }];
  }

  private scalar(type: ScalarType, value: unknown, path: string): string {
    const form = VALUES[type.kind];
    if (!form.fits(value)) {
      this.report(path, "bad-form", `must be ${form.form}.`);
      return "";
    }
    if (typeof value === "number") {
      const { min = -Infinity, max = Infinity } = type;
      if (value < min || value > max) this.report(path, "bad-form", `must be ${rangeWords(type)}.`);
    }
    const written = withCrLf(String(value));
    if (typeof value !== "string") return written;
    if (type.max !== undefined && written.length > type.max) {
      const sizes = { limit: type.max, length: written.length };
      this.report(
        path,
        "too-long",
        `is ${written.length} characters long; QuickBooks takes at most ${type.max}.`,
        sizes,
      );
    }
    if (type.values && !type.values.has(value))
      this.report(path, "bad-form", `must be one of ${[...type.values].join(", ")}.`);
    if (type.forbids && value.includes(type.forbids)) {
      this.report(path, "bad-form", `must not contain "${type.forbids}".`);
    }
    const strange = unstorableIn(written);
    if (strange.length > 0) {
      const shown = strange.slice(0, 5).map(showCharacter).join(" ");
      this.report(path, "bad-character", `has characters that QuickBooks cannot store: ${shown}`);
    }
    return written;
  }

  private choice(choice: Choice, data: Data, path: string): Element[] {
    const taken = choice.branches.filter((branch) =>
      [...branch.dataNames].some((name) => !this.isAbsent(data[name])),
    );
    const [branch] = taken;
    if (taken.length > 1) {
      const names = taken.map((each) => [...each.dataNames].find((name) => !this.isAbsent(data[name])));
      this.report(
        join(path, names[0] ?? ""),
        "choice",
        `cannot be given together with ${names.slice(1).join(", ")}.`,
      );
    } else if (!branch && choice.isRequired) {
      const names = choice.branches.map((each) => [...each.dataNames][0]);
      this.report(
        join(path, names[0] ?? ""),
        "choice",
        `is missing: QuickBooks needs one of ${names.join(", ")}.`,
      );
    }
    return branch ? this.parts(branch.parts, data, path) : [];
  }

  private orderedList({ listName, rows }: OrderedList, data: Data, path: string): Element[] {
    const entries = data[listName];
    const listPath = join(path, listName);
    if (this.isAbsent(entries)) return [];
    if (!Array.isArray(entries)) {
      this.report(listPath, "bad-form", "must be a list.");
      return [];
    }
    return entries.flatMap((entry: unknown, i) => {
      const [name, ...more] = isData(entry)
        ? Object.keys(entry).filter((key) => entry[key] !== undefined)
        : [];
      const field = name !== undefined && Object.hasOwn(rows, name) ? rows[name] : undefined;
      if (!isData(entry) || !name || !field || more.length > 0) {
        this.report(`${listPath}[${i}]`, "choice", `must be one of ${Object.keys(rows).join(", ")}.`);
        return [];
      }
      return this.field(name, field, entry[name], `${listPath}[${i}].${name}`);
    });
  }

  private isAbsent(value: unknown): boolean {
    return value === undefined || (!this.empties && (value === null || value === ""));
  }

  private missing(path: string) {
    this.report(path, "missing", "is missing; QuickBooks needs it.");
  }
}

const join = (path: string, name: string) => (path === "" ? name : `${path}.${name}`);

const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function rangeWords({ min, max }: ScalarType): string {
  if (max === undefined) return `at least ${min}`;
  return `from ${min} to ${max}`;
}
