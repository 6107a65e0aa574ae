import { readFileSync, writeFileSync } from "node:fs";
import { withSection } from "./docs/marked-section";
import { SECTIONS } from "./docs/sections";

/** Writes what the pages take from the code, between their markers: all of it, or the sections named. */
const wanted = process.argv.slice(2);
const names = SECTIONS.map(({ name }) => name);
const unknown = wanted.find((name) => !names.includes(name));
if (unknown) throw new Error(`There is no section "${unknown}". There are: ${names.join(", ")}.`);
for (const section of SECTIONS) {
  if (wanted.length > 0 && !wanted.includes(section.name)) continue;
  const text = readFileSync(section.page, "utf8");
  writeFileSync(section.page, await withSection(text, section));
}
