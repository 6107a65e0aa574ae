import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "../lock-file.mjs";
import { runNode } from "../run-program.mjs";

const SOURCES = [
  ...["app", "lib", "db", "public", "instrumentation.ts", "instrumentation-node.ts", "next.config.ts"],
  ...["postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"],
];
const STAMP = join(".next", "sources.sha256");

/** Builds the application, unless the last build was of these very sources. */
export async function buildApp() {
  await withLock(join(".data", "build.lock"), async () => {
    const sources = hashOfSources();
    if (isCurrent(sources)) return;
    console.log("Building the application (next build)");
    const { code } = await runNode([join("node_modules", "next", "dist", "bin", "next"), "build"]);
    if (code !== 0) throw new Error("next build failed: see its words above.");
    writeFileSync(STAMP, sources);
  });
}

const isCurrent = (sources) =>
  existsSync(join(".next", "BUILD_ID")) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources;

function hashOfSources() {
  const hash = createHash("sha256").update(process.version).update(process.platform).update(process.arch);
  for (const source of SOURCES)
    for (const file of filesOf(source)) hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

/** @returns {string[]} files of a folder, or the file itself; tests leave no trace in a build */
function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
