import { chmodSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { destroyPostgres, startPostgres } from "./embedded-postgres.mjs";
import { isAlive } from "./postgres/pid-file.mjs";

const prefix = "countersign-test-";

/**
 * A throw-away PostgreSQL for one run of the tests. Servers whose run was killed are cleared away first.
 * @param {{ syncs?: boolean }} [options] syncs: every commit waits for the disk, as in production; for measuring
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} stop also removes its data
 */
export async function startTestPostgres({ syncs = false } = {}) {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = name.match(/^countersign-test-(\d+)-/) ?? [];
    if (pid && !isAlive(Number(pid))) await destroyPostgres(join(tmpdir(), name));
  }
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // mkdtemp makes it 0700; the account that runs PostgreSQL for root must pass through.
  chmodSync(folder, 0o711);
  const { url } = await startPostgres({ folder, durable: false, syncs });
  return { url, stop: () => destroyPostgres(folder) };
}
