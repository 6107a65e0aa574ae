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

/** The address of another database on the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
