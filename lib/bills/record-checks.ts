import { lengthInQuickBooks, shorten, showCharacter, toQuickBooksText } from "@/lib/core/quickbooks-text";
import { NAME_LIMITS } from "@/lib/ledger/suggest-name";
import type { CheckedList, CheckFix, CheckResult } from "./check-result";

/** A record that a bill names, and what the ledger says of it. */
export interface CheckedRecord {
  name: string;
  isActive: boolean;
  isDeleted: boolean;
  id?: string;
  /** Entered here; QuickBooks does not have it yet. */
  isNew?: boolean;
  /** Its own name, without the names above it. */
  ownName?: string;
  /** What QuickBooks merged it into. */
  mergedInto?: { id: string; name: string } | null;
  /** Of a new one: an entry of the same list that bears the name in QuickBooks, capitals aside. */
  twin?: { id: string; name: string } | null;
  /** Of a new one: whose name it is in another list that shares names with this one. */
  nameOwner?: "customer" | "vendor" | null;
  currency?: string | null;
  /** account: qbXML's AccountType. */
  accountType?: string | null;
  /** item: whether buying it posts anywhere. */
  hasExpenseAccount?: boolean;
}

/** What a field is called, and where it is chosen from. */
interface Place {
  what: string;
  field: string;
  list: CheckedList;
}

const LIMITS: Partial<Record<CheckedList, number>> = NAME_LIMITS;

const another = ({ list, what }: Place): CheckFix => ({
  kind: "pick",
  label: `Pick another ${what.toLowerCase().replace("a/p", "A/P")}`,
  list,
});

function renameTo(record: CheckedRecord, { list }: Place, name: string): CheckFix[] {
  if (!record.id || (list !== "item" && list !== "customer")) return [];
  return [{ kind: "rename", label: `Name it “${name}”`, list, id: record.id, name }];
}

/** What would keep QuickBooks from adding an entry that it does not have yet. */
function newEntry(record: CheckedRecord, place: Place): CheckResult[] {
  const { field, what, list } = place;
  const results: CheckResult[] = [];
  const name = record.ownName ?? record.name;
  const limit = LIMITS[list];
  if (record.twin) {
    results.push({
      level: "warning",
      field,
      message: `QuickBooks has ${record.twin.name} already: ${record.name} would be the same to it.`,
      fixes: [
        { kind: "set", label: `Use ${record.twin.name}`, value: record.twin.id, name: record.twin.name },
      ],
    });
  }
  if (record.nameOwner) {
    results.push({
      level: "error",
      field,
      message: `${record.name} is the name of a ${record.nameOwner} in QuickBooks, which keeps one set of names. Choose another ${list}, or name this one otherwise.`,
      fixes: [
        ...renameTo(
          record,
          place,
          shorten(`${name} (${what.split(":")[0]?.toLowerCase()})`, limit ?? 41).text,
        ),
        another(place),
      ],
    });
  }
  if (limit !== undefined && lengthInQuickBooks(name) > limit) {
    results.push({
      level: "error",
      field,
      message: `${name} is too long a name for QuickBooks, which takes ${limit} characters.`,
      fixes: [...renameTo(record, place, shorten(name, limit).text), another(place)],
    });
  }
  return results;
}

/** Whether QuickBooks would take this record. */
export function checkRecord(record: CheckedRecord | null, place: Place): CheckResult[] {
  if (!record) return [];
  const { what, field } = place;
  if (record.mergedInto) {
    const { id, name } = record.mergedInto;
    return [
      {
        level: "error",
        field,
        message: `${what} ${record.name} was merged into ${name} in QuickBooks.`,
        fixes: [{ kind: "set", label: `Use ${name}`, value: id, name }, another(place)],
      },
    ];
  }
  if (record.isDeleted) {
    return [
      {
        level: "error",
        field,
        message: `${what} ${record.name} was deleted in QuickBooks. Choose another.`,
        fixes: [another(place)],
      },
    ];
  }
  const results = record.isNew ? newEntry(record, place) : [];
  if (!record.isActive) {
    results.push({
      level: "error",
      field,
      message: `${what} ${record.name} is inactive in QuickBooks. Choose another, or make it active there.`,
      fixes: [another(place)],
    });
  }
  return results;
}

/** Letters that Unicode does not take apart into a plain letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  Ł: "L",
  ł: "l",
  Đ: "D",
  đ: "d",
  ı: "i",
  Ħ: "H",
  ħ: "h",
};

/** The text in letters that QuickBooks stores; undefined where that cannot be done without guessing. */
function inPlainLetters(value: string): string | undefined {
  const plain = [...toQuickBooksText(value).text]
    .map((character) =>
      toQuickBooksText(character).unstorable.length === 0
        ? character
        : (PLAIN_LETTERS[character] ?? character.normalize("NFD").replace(/\p{M}/gu, "")),
    )
    .join("");
  return toQuickBooksText(plain).unstorable.length === 0 ? plain.replaceAll("\r\n", "\n") : undefined;
}

/** QuickBooks stores about the letters of Western Europe, and so many of them, a new line counted twice. */
export function checkText(value: string, what: string, field: string, limit: number): CheckResult[] {
  const { text, unstorable } = toQuickBooksText(value);
  const focus: CheckFix = { kind: "focus", label: "Edit it" };
  const results: CheckResult[] = [];
  if (unstorable.length > 0) {
    const characters = unstorable.slice(0, 3).map(showCharacter).join(" ");
    const plain = inPlainLetters(value);
    results.push({
      level: "error",
      field,
      message: `QuickBooks cannot store ${characters} in ${what}. Write it otherwise.`,
      fixes: [
        ...(plain === undefined
          ? []
          : [
              {
                kind: "set" as const,
                label: `Write “${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}”`,
                value: plain,
              },
            ]),
        focus,
      ],
    });
  }
  if (lengthInQuickBooks(text) > limit) {
    const shortened = shorten(text, limit).text.replaceAll("\r\n", "\n");
    results.push({
      level: "error",
      field,
      message: `QuickBooks takes ${limit} characters in ${what}, a new line counted twice; this has ${lengthInQuickBooks(text)}.`,
      fixes: [
        { kind: "set", label: limit <= 41 ? `Shorten to “${shortened}”` : "Shorten it", value: shortened },
        focus,
      ],
    });
  }
  return results;
}
