interface Rule {
  name: string;
  from: { path?: string };
  to: { pathNot?: string };
}

const MARK = "imports-go-down-only: ";

/**
 * Which room may import from which, as a Markdown table, read out of the linter's own rules: a room may import
 * from another when the rule's exceptions match a file of that other.
 */
export function importTable(rules: readonly Rule[]): string {
  const rooms = rules
    .filter(({ name }) => name.startsWith(MARK))
    .map(({ name, to }) => ({ room: name.slice(MARK.length), allowed: new RegExp(to.pathNot ?? "^$") }));
  if (rooms.length === 0) throw new Error("the linter's settings hold no row of the import table");
  const rows = rooms.map(({ room, allowed }) => {
    const from = rooms
      .filter((other) => other.room !== room && allowed.test(`${other.room}file.ts`))
      .map((other) => other.room);
    return `| \`${room}\` | ${from.map((other) => `\`${other}\``).join(", ") || "nothing"} |`;
  });
  return ["| room | may import from |", "| --- | --- |", ...rows].join("\n");
}
