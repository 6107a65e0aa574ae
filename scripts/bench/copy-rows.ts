import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from, to } from "pg-copy-streams";

const TABLE = "vendors_copied";
const COLUMNS =
  "connection_id, list_id, edit_sequence, time_modified, name, full_name, is_active, company_name, email, phone, " +
  "terms_list_id, balance, name_on_check, account_number, address, currency, external_guid";

/**
 * The floor: the vendors of this database, as text in memory, by COPY into an empty table of the same
 * columns, defaults and indexes, committed.
 */
export async function copyVendors(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const pieces: Buffer[] = [];
    for await (const piece of client.query(to(`copy vendors (${COLUMNS}) to stdout`))) pieces.push(piece);
    await client.query(`drop table if exists ${TABLE}`);
    await client.query(`create table ${TABLE} (like vendors including all)`);
    const start = performance.now();
    await client.query("begin");
    await pipeline(
      Readable.from([Buffer.concat(pieces)]),
      client.query(from(`copy ${TABLE} (${COLUMNS}) from stdin`)),
    );
    await client.query("commit");
    const ms = performance.now() - start;
    await client.query(`drop table ${TABLE}`);
    return ms;
  } finally {
    await client.end();
  }
}
