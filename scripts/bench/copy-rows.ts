import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from, to } from "pg-copy-streams";

const COLUMNS =
  "connection_id, list_id, edit_sequence, time_modified, name, full_name, is_active, company_name, email, phone, " +
  "terms_list_id, balance, name_on_check, account_number, address, currency, external_guid";

/** One number for the contents of the table, whatever the order and the ids of its rows. */
const CONTENTS = `select count(*) || ':' || sum(hashtextextended(row(${COLUMNS})::text, 0)) as contents from vendors`;

/**
 * The floor: the vendors of this database, as text in memory, by COPY into the same table, emptied as it is
 * before each round: with its defaults, indexes and foreign keys, committed.
 * @throws Error when the table does not hold the same afterwards
 */
export async function copyVendors(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const contents = async () => (await client.query<{ contents: string }>(CONTENTS)).rows[0]?.contents;
  try {
    const before = await contents();
    const pieces: Buffer[] = [];
    for await (const piece of client.query(to(`copy vendors (${COLUMNS}) to stdout`))) pieces.push(piece);
    await client.query("delete from vendors");
    await client.query("vacuum analyze vendors");
    const start = performance.now();
    await client.query("begin");
    await pipeline(
      Readable.from([Buffer.concat(pieces)]),
      client.query(from(`copy vendors (${COLUMNS}) from stdin`)),
    );
    await client.query("commit");
    const ms = performance.now() - start;
    if ((await contents()) !== before) throw new Error("COPY did not bring the same rows");
    return ms;
  } finally {
    await client.end();
  }
}
