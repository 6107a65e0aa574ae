import { fork } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { destroyPostgres, startPostgres } from "./embedded-postgres.mjs";
import { isAlive } from "./postgres/pid-file.mjs";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), `countersign-test-${process.pid}-`));
  chmodSync(folder, 0o711);
});
afterAll(() => destroyPostgres(folder));

async function ask(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

// Asked by name: an ended orphan stays in the process table until the system's first process collects it.
const lives = (pid: number) => isAlive(pid, "postgres");

test("what is written is there after a stop and a start; the passwords are nobody else's to read", async () => {
  const first = await startPostgres({ folder });
  await ask(first.url, "create table kept (word text); insert into kept values ('here')");
  await first.stop();
  expect(lives(first.pid)).toBe(false);
  expect(statSync(join(folder, "connection.json")).mode & 0o777).toBe(0o600);

  const second = await startPostgres({ folder });
  expect(second.url).toBe(first.url);
  expect(await ask(second.url, "select word from kept")).toEqual([{ word: "here" }]);
  await second.stop();
});

test("the application's user is no superuser, and a wrong password is refused", async () => {
  const server = await startPostgres({ folder });
  const [rights] = await ask(
    server.url,
    "select rolsuper, rolcreaterole, rolcreatedb, current_setting('fsync') as fsync from pg_roles where rolname = current_user",
  );
  expect(rights).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false, fsync: "on" });
  const wrong = new URL(server.url);
  wrong.password = "wrong";
  await expect(ask(wrong.href, "select 1")).rejects.toThrow("password authentication failed");
  await server.stop();
});

test("a server whose starter was killed is taken over, and two starters share one until the last leaves", async () => {
  const starter = fork(join(import.meta.dirname, "testing", "start-postgres-child.mjs"), [folder]);
  const [orphan] = await once(starter, "message");
  starter.kill("SIGKILL");
  await once(starter, "exit");

  const first = await startPostgres({ folder });
  expect(first).toMatchObject({ pid: orphan, reused: true });
  const second = await startPostgres({ folder });
  await first.stop();
  expect(await ask(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
  await second.stop();
  expect(lives(second.pid)).toBe(false);
});
