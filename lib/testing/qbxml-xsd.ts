import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Intuit's schemas may not be handed on, so they are not part of the project: set QBXML_XSD_DIR to a folder
 * that holds them to have every document the tests build judged by them too.
 */
const FOLDER = resolve(process.env.QBXML_XSD_DIR ?? "../shared/reference/qbxml");
const PARTS = ["qbxml130.xsd", "qbxmlops130.xsd", "qbxmlso130.xsd", "qbxmltypes130.xsd"];

let toldThatAbsent = false;

/**
 * Holds documents against the qbXML 13.0 schema with xmllint. Without schemas or xmllint it says so once on
 * the test's output; the tests' own checks run all the same.
 *
 * @throws Error with xmllint's words when a document is not valid
 */
export function expectValidAgainstXsd(...documents: readonly string[]): void {
  if (!isAvailable()) {
    if (!toldThatAbsent) {
      process.stdout.write(`The XSD check was not available: no xmllint, or no schemas in ${FOLDER}\n`);
    }
    toldThatAbsent = true;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "qbxml-xsd-"));
  try {
    for (const part of PARTS) copyFileSync(join(FOLDER, part), join(folder, part));
    // The operations include the elements under this name, which not every copy of the schemas has.
    copyFileSync(join(FOLDER, "qbxml130.xsd"), join(folder, "qbxml130_modified.xsd"));
    const files = documents.map((xml, i) => {
      writeFileSync(join(folder, `${i}.xml`), xml);
      return `${i}.xml`;
    });
    execFileSync("xmllint", ["--noout", "--schema", "qbxmlops130.xsd", ...files], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const words = String((error as { stderr?: string }).stderr ?? error);
    throw new Error(
      words
        .split("\n")
        .filter((line) => !line.endsWith(" validates"))
        .slice(0, 8)
        .join("\n"),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isAvailable(): boolean {
  if (!PARTS.every((part) => existsSync(join(FOLDER, part)))) return false;
  try {
    execFileSync("xmllint", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    // Not installed: the caller says so.
    return false;
  }
}
