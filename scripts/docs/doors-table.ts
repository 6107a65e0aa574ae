import { type Door, PAGES, ROUTES } from "@/lib/access/doors";
import { PERMISSIONS, roleMay } from "@/lib/access/permissions";
import { ROLE_NAMES, ROLES } from "@/lib/access/roles";

function cellsOf(door: Door): string[] {
  if (door === "machine") return [...ROLES.map(() => "–"), "with its secret"];
  if (door === "everybody") return [...ROLES.map(() => "yes"), "yes"];
  if (door === "signed in") return [...ROLES.map(() => "yes"), "–"];
  return [...ROLES.map((role) => (roleMay([role], door) ? "yes" : "–")), "–"];
}

const rowsOf = (doors: Record<string, Door>): string[] =>
  Object.entries(doors).map(([address, door]) => {
    const right = Object.hasOwn(PERMISSIONS, door) ? `\`${door}\`` : door;
    return `| \`${address}\` | ${cellsOf(door).join(" | ")} | ${right} |`;
  });

/** The table of pages and route handlers as Markdown: a row a door, a column a role, and one for nobody. */
export const doorsTable = (): string =>
  [
    `| page or route | ${ROLES.map((role) => ROLE_NAMES[role]).join(" | ")} | signed out | right |`,
    `| --- |${" :-: |".repeat(ROLES.length + 1)} --- |`,
    ...rowsOf(PAGES),
    ...rowsOf(ROUTES),
  ].join("\n");
