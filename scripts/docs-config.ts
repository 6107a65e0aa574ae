import { readFileSync, writeFileSync } from "node:fs";
import { withConfigurationTable } from "./configuration-section";

/** Writes the table of settings into README.md, between its two markers. */
const file = "README.md";
writeFileSync(file, withConfigurationTable(readFileSync(file, "utf8")));
