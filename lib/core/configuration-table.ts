import { VARIABLES } from "./env";

/** The settings as a Markdown table, in the order of lib/core/env.ts. */
export function configurationTable(): string {
  const rows = Object.entries(VARIABLES).map(([name, { schema, about, example }]) => {
    const unset = schema.safeParse(undefined);
    const initial = unset.success && unset.data !== undefined ? `\`${unset.data}\`` : "";
    return `| \`${name}\` | ${initial} | ${about} | ${cell(example)} |`;
  });
  return ["| variable | default | what it is for | example |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}

const cell = (example: string) => (example.includes(" ") || example === "…" ? example : `\`${example}\``);
