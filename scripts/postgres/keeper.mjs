import { spawnSync } from "node:child_process";
import { nativeBinaries } from "./native-binaries.mjs";
import { whenGone } from "./pid-file.mjs";

const database = "countersign";
const role = "countersign";
const applicationName = "countersign keeper";

const urlOf = (user, password, port, name) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;

async function connect(connectionString) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString,
    application_name: applicationName,
    connectionTimeoutMillis: 5000,
  });
  await client.connect();
  return client;
}

/** Whether the server on that port is the one whose password we hold. */
export async function answers({ port, adminPassword }) {
  try {
    const client = await connect(urlOf("postgres", adminPassword, port, "postgres"));
    await client.end();
    return true;
  } catch {
    return false; // still starting, stopping, or a stranger's: the caller asks again or gives up
  }
}

/** Creates the application's user and database where they are missing: a first start may have died in between. */
export async function prepareDatabase({ port, adminPassword, password }, { mayCreateDatabases }) {
  const admin = await connect(urlOf("postgres", adminPassword, port, "postgres"));
  try {
    const roles = await admin.query("select 1 from pg_roles where rolname = $1", [role]);
    const rights = `login nosuperuser nocreaterole ${mayCreateDatabases ? "createdb" : "nocreatedb"}`;
    await admin.query(`${roles.rowCount ? "alter" : "create"} role ${role} ${rights} password '${password}'`);
    const databases = await admin.query("select 1 from pg_database where datname = $1", [database]);
    if (!databases.rowCount) await admin.query(`create database ${database} owner ${role}`);
  } finally {
    await admin.end();
  }
}

/**
 * Holds one connection for as long as this starter needs the server. The last starter to leave stops it: of two
 * that share a data folder, the first to end must not take the database from the other.
 * @returns {Promise<import("../embedded-postgres.mjs").EmbeddedPostgres>}
 */
export async function keep(connection, pid, { reused, account, durable }) {
  const { port, password, adminPassword, cluster } = connection;
  if (reused) await prepareDatabase(connection, { mayCreateDatabases: !durable });
  const keeper = await connect(urlOf("postgres", adminPassword, port, "postgres"));
  let stopping = false;
  const lost = new Promise((resolve) => {
    keeper.once("error", () => !stopping && resolve(undefined));
    keeper.once("end", () => !stopping && resolve(undefined));
  });
  let stopped;
  const stop = async () => {
    stopping = true;
    const others = await keeper
      .query("select 1 from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()", [
        applicationName,
      ])
      .then((result) => result.rowCount ?? 0)
      .catch(() => 0); // the connection is gone with the server: nobody else can be using it
    await keeper.end().catch(() => undefined); // as above
    if (!others) await stopServer(pid, cluster, account);
  };
  return {
    url: urlOf(role, password, port, database),
    adminUrl: urlOf("postgres", adminPassword, port, "postgres"),
    cluster,
    pid,
    reused,
    lost,
    stop: () => (stopped ??= stop()),
  };
}

/** Fast shutdown (connections are closed, nothing is lost), then immediate shutdown, which replays its log next time. */
async function stopServer(pid, cluster, account) {
  if (process.platform === "win32") {
    spawnSync(nativeBinaries(account).pgCtl, ["stop", "-m", "fast", "-D", cluster]);
    return;
  }
  for (const [signal, patience] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ]) {
    try {
      process.kill(pid, signal);
    } catch {
      return; // ended by itself
    }
    if (await whenGone(pid, patience)) return;
  }
}
