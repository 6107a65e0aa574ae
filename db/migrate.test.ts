import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { DRIVERS, emptyDatabase } from "@/lib/testing/database";
import { startNeonProxy } from "@/lib/testing/neon-proxy";
import { connect } from "./client";
import { migrate } from "./migrate";

test.each(DRIVERS)("six servers that start at once migrate an empty database once (%s)", async (driver) => {
  const { url, drop } = await emptyDatabase();
  const proxy = await startNeonProxy();
  const options = { driver, neonProxy: proxy.address };
  await Promise.all(Array.from({ length: 6 }, () => migrate(url, options)));
  await migrate(url, options);

  const { db, close } = connect(url);
  const { rows } = await db.execute<{ hash: string }>(sql`select hash from drizzle.__drizzle_migrations`);
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => row.hash)).size).toBe(rows.length);
  await close();
  await proxy.close();
  await drop();
});

test("a database that cannot be reached is an error, not a wait", async () => {
  await expect(migrate("postgres://nobody:wrong@127.0.0.1:1/none")).rejects.toThrow("ECONNREFUSED");
});
