import pg from "pg";

type Query = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * One connection to the test server itself, for creating and dropping databases.
 * @throws Error when the server is not on this machine: tests create, fill and drop databases.
 */
export async function asServer<Result>(
  serverUrl: string,
  work: (query: Query) => Promise<Result>,
): Promise<Result> {
  const { hostname } = new URL(serverUrl);
  if (!["127.0.0.1", "localhost", "[::1]", ""].includes(hostname)) {
    throw new Error(`Tests only use a database on this machine, not one on ${hostname}.`);
  }
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(async (text, values) => (await client.query(text, values)).rows);
  } finally {
    await client.end();
  }
}

/** PostgreSQL's insufficient_privilege, object_in_use. */
const WORKED_ON = ["42501", "55006"];
const DROP_TRIES = 20;

/**
 * Drops a database and ends the connections to it. An autovacuum that is at work in it belongs to the
 * superuser and may not be ended by force: dropping without force asks it to go.
 */
export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  await asServer(serverUrl, async (query) => {
    for (let left = DROP_TRIES; ; left -= 1) {
      const force = left % 2 === 0 ? "with (force)" : "";
      try {
        await query(`drop database if exists ${name} ${force}`);
        return;
      } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        if (left === 0 || !WORKED_ON.includes(code)) throw error;
      }
    }
  });
}

/** The address of another database on the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
