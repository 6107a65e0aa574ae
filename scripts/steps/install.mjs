import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { withLock } from "../lock-file.mjs";
import { runNode, runProgram } from "../run-program.mjs";

/** Installs the packages when they are not those of package-lock.json for this platform. */
export async function installPackages() {
  if (packagesAreCurrent()) return;
  await withLock(join(".data", "install.lock"), async () => {
    if (packagesAreCurrent()) return; // the process we waited for has done it
    console.log("Installing packages (npm ci)");
    const args = ["ci", "--include=dev", "--no-fund", "--no-audit"];
    const npm = npmCli();
    const { code } = npm ? await runNode([npm, ...args]) : await runProgram("npm", args);
    if (code !== 0) throw new Error("npm ci failed: see its words above.");
  });
}

/**
 * npm notes what it has installed in node_modules/.package-lock.json, at the very end of an installation. Comparing
 * that with the lock also notices a checkout of another version, and a folder copied from another platform.
 */
function packagesAreCurrent() {
  const installedFile = join("node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedFile, "utf8")).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const present = installed[path];
    if (present) return present.version === entry.version;
    // Another platform's binaries, or (libc) another C library's: npm leaves them out.
    return entry.optional === true && !(isForUs(entry) && (entry.os || entry.cpu));
  });
}

const isForUs = ({ os, cpu, libc }) =>
  !libc && (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));

/** npm's own file, so that the npm that runs us is the npm we run; beside Node when we were started without npm. */
function npmCli() {
  const beside = join(dirname(process.execPath), "..", "lib", "node_modules", "npm", "bin", "npm-cli.js");
  return [process.env.npm_execpath, beside].find((file) => file?.endsWith(".js") && existsSync(file));
}
