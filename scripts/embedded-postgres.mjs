import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.mjs";
import { withLock } from "./lock-file.mjs";
import { answers, keep, prepareDatabase } from "./postgres/keeper.mjs";
import { nativeBinaries } from "./postgres/native-binaries.mjs";
import { isAlive, readPidFile, whenGone } from "./postgres/pid-file.mjs";
import { canEnter, openFolder, serverAccount } from "./postgres/server-account.mjs";

/**
 * A PostgreSQL of our own: the real server, from the npm registry, on 127.0.0.1 only, with a random password.
 * The application's user owns its database and is no superuser, so the database's own guards hold against it.
 *
 * @typedef {object} EmbeddedPostgres
 * @property {string} url of the application's database
 * @property {string} adminUrl as the superuser; for backups and for tests of the guards
 * @property {string} cluster the folder of the data
 * @property {number} pid
 * @property {boolean} reused true when it was running already (its starter was killed, or is another of us)
 * @property {Promise<void>} lost resolves when the server ends without having been asked to
 * @property {() => Promise<void>} stop stops the server, unless another starter still uses it
 *
 * @param {object} options
 * @param {string} options.folder holds connection.json (ports, passwords; 0600), the log, and the data where possible
 * @param {boolean} [options.durable] false for tests: no fsync, may create databases, lives in the temporary folder
 * @param {boolean} [options.syncs] what is committed is on the disk; as `durable` says, unless a throw-away server is measured
 * @param {(line: string) => void} [options.say]
 * @returns {Promise<EmbeddedPostgres>}
 */
export async function startPostgres({ folder, durable = true, syncs = durable, say = () => {} }) {
  const account = serverAccount();
  const home = resolve(folder);
  mkdirSync(home, { recursive: true, mode: account ? 0o711 : 0o700 });
  return withLock(join(home, "starting.lock"), async () => {
    const connection = readConnection(home, durable, account);
    const running = await findRunning(connection);
    const pid = running ?? (await launch(home, connection, { durable, syncs }, account, say));
    return keep(connection, pid, { reused: running !== undefined, account, durable });
  });
}

/** @typedef {{ cluster: string, port: number, adminPassword: string, password: string }} Connection */

/** @returns {Connection} */
function readConnection(home, durable, account) {
  const file = join(home, "connection.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const name = `data-${randomBytes(4).toString("hex")}`;
  const cluster = join(canEnter(home, account) || !account ? home : openFolder(durable, account), name);
  const secret = () => randomBytes(24).toString("base64url");
  const connection = { cluster, port: 0, adminPassword: secret(), password: secret() };
  saveConnection(home, connection);
  return connection;
}

function saveConnection(home, connection) {
  const file = join(home, "connection.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/**
 * The server that outlived its starter (kill -9), or that another of us started.
 * A process id in postmaster.pid can have been given to a stranger since: PostgreSQL would refuse to start then.
 * @param {Connection} connection
 */
async function findRunning(connection) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
    const found = readPidFile(connection.cluster);
    if (!found) return undefined;
    if (!isAlive(found.pid, "postgres")) {
      rmSync(join(connection.cluster, "postmaster.pid"), { force: true });
      return undefined;
    }
    if (found.ready && (await answers({ ...connection, port: found.port }))) {
      connection.port = found.port;
      return found.pid;
    }
  }
  throw new Error(
    `A PostgreSQL is running on ${connection.cluster} but does not answer: end it and start again.`,
  );
}

async function launch(home, connection, { durable, syncs }, account, say) {
  const { cluster } = connection;
  const programs = nativeBinaries(account);
  const owned = account ? { uid: account.uid, gid: account.gid } : {};
  if (!existsSync(cluster)) initialise(home, connection, programs, owned, account, say);
  const made = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (made !== programs.major) {
    throw new Error(
      `${cluster} was made by PostgreSQL ${made}; this release brings ${programs.major}. Dump it with pg_dump of the old release and load it into a new data folder.`,
    );
  }
  connection.port = await freePort(connection.port);
  saveConnection(home, connection);

  const log = join(home, "postgres.log");
  if (existsSync(log) && statSync(log).size > 10_000_000) renameSync(log, `${log}.1`);
  const output = openSync(log, "a", 0o600);
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    shared_buffers: "64MB",
    max_connections: durable ? "100" : "200",
    fsync: syncs ? "on" : "off",
    synchronous_commit: syncs ? "on" : "off",
    full_page_writes: syncs ? "on" : "off",
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const server = spawn(programs.postgres, ["-D", cluster, "-p", String(connection.port), ...args], {
    ...owned,
    cwd: cluster,
    env: cleanEnvironment(),
    // A group of its own: Ctrl-C must reach the application first, which still answers with it.
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  let ended = false;
  server.once("exit", () => (ended = true));
  server.once("error", () => (ended = true));
  server.unref();
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(25)) {
    const state = readPidFile(cluster);
    if (state?.ready && state.pid === server.pid) {
      await prepareDatabase(connection, { mayCreateDatabases: !durable });
      return state.pid;
    }
    if (ended) break;
  }
  const tail = readFileSync(log, "utf8").trim().split("\n").slice(-8).join("\n");
  throw new Error(`PostgreSQL did not start (${log}):\n${tail}`);
}

/** Made beside and renamed, so that a start that was killed half way leaves nothing that looks finished. */
function initialise(home, { cluster, adminPassword }, programs, owned, account, say) {
  say(`Creating the database in ${cluster}${account ? ` (as the user ${account.name})` : ""}`);
  const half = `${cluster}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const passwordFile = join(half, "..", `password-${randomBytes(6).toString("hex")}`);
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  if (account) for (const path of [half, passwordFile]) chownSync(path, account.uid, account.gid);
  chmodSync(half, 0o700);
  const made = spawnSync(
    programs.initdb,
    [
      ...["--pgdata", half, "--username", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256"],
      // PostgreSQL's own C.UTF-8: the same order and case rules on every machine, whatever locales it has.
      ...[
        "--encoding",
        "UTF8",
        "--locale",
        "C",
        "--locale-provider",
        "builtin",
        "--builtin-locale",
        "C.UTF-8",
      ],
    ],
    { ...owned, cwd: half, env: cleanEnvironment(), encoding: "utf8" },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data folder for ${home}:\n${made.stderr ?? made.error}`);
  }
  renameSync(half, cluster);
}

/** PGDATA, PGPORT, LC_ALL and the like of the caller must not reach the server. */
function cleanEnvironment() {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return {
    PATH,
    ...(SystemRoot && { SystemRoot }),
    ...(TEMP && { TEMP }),
    ...(TMPDIR && { TMPDIR }),
    LC_ALL: "C",
  };
}

/** Stops the server in `folder`, should one still run, and removes its data. For throw-away databases only. @param {string} folder */
export async function destroyPostgres(folder) {
  const file = join(folder, "connection.json");
  if (existsSync(file)) {
    const { cluster } = JSON.parse(readFileSync(file, "utf8"));
    const found = readPidFile(cluster);
    if (found && isAlive(found.pid, "postgres")) {
      process.kill(found.pid, "SIGQUIT");
      await whenGone(found.pid, 10_000);
    }
    rmSync(cluster, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
}
