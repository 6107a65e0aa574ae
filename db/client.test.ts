import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DRIVERS, type TestDatabase, testDatabase } from "@/lib/testing/database";
import { isUniqueViolation } from "./unique-violation";

describe.each(DRIVERS)("the database over the driver %s", (driver) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ driver });
    await database.db.execute(sql`
      create table things (id bigint primary key, amount numeric(15, 2), note jsonb, name text constraint one_name unique)
    `);
  });
  afterAll(() => database.close());
  const names = async () =>
    (await database.db.execute<{ name: string }>(sql`select name from things order by id`)).rows.map(
      (row) => row.name,
    );

  test("bigint and numeric stay text, to the last digit; JSON comes back as it went", async () => {
    await database.db.execute(
      sql`insert into things values (9007199254740993, ${"9999999999999.99"}, ${JSON.stringify({ a: [1, "ü"] })}, 'big')`,
    );
    const { rows } = await database.db.execute(sql`select id, amount, note from things where name = 'big'`);
    expect(rows).toEqual([{ id: "9007199254740993", amount: "9999999999999.99", note: { a: [1, "ü"] } }]);
    await database.db.execute(sql`delete from things`);
  });

  test("a transaction that throws leaves nothing; a savepoint leaves what came before it", async () => {
    const failing = database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into things (id, name) values (1, 'lost')`);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await database.db.transaction(async (tx) => {
      await tx.execute(sql`insert into things (id, name) values (2, 'kept')`);
      const inner = tx.transaction(async (savepoint) => {
        await savepoint.execute(sql`insert into things (id, name) values (3, 'undone')`);
        throw new Error("undo");
      });
      await expect(inner).rejects.toThrow("undo");
    });
    expect(await names()).toEqual(["kept"]);
  });

  test("a broken unique constraint is recognised by its name", async () => {
    await database.db.execute(sql`insert into things (id, name) values (10, 'twice')`);
    const error = await database.db.execute(sql`insert into things (id, name) values (11, 'twice')`).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, "one_name")).toBe(true);
    expect(isUniqueViolation(error, "another")).toBe(false);
    expect(isUniqueViolation(new Error("23505"))).toBe(false);
  });

  test("transactions at once see each other's locks", async () => {
    await database.db.execute(sql`insert into things (id, amount) values (20, 0)`);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        database.db.transaction(async (tx) => {
          const { rows } = await tx.execute<{ amount: string }>(
            sql`select amount from things where id = 20 for update`,
          );
          await tx.execute(sql`update things set amount = ${Number(rows[0]?.amount) + 1} where id = 20`);
        }),
      ),
    );
    const { rows } = await database.db.execute(sql`select amount from things where id = 20`);
    expect(rows).toEqual([{ amount: "20.00" }]);
  });

  test("a connection that breaks between two statements fails its own transaction, and nothing else", async () => {
    const broken = database.db.transaction(async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      // Waits until the backend is gone; the statement after it gives this process time to hear of it.
      await database.db.execute(sql`select pg_terminate_backend(${rows[0]?.pid}, 5000)`);
      await database.db.execute(sql`select 1`);
      await tx.execute(sql`select 1`);
    });
    await expect(broken).rejects.toThrow();
    expect((await database.db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }]);
  });

  test("a notice arrives when its transaction commits, and not after the listening ended", async () => {
    const heard: string[] = [];
    const arrivals = waitingList();
    const stop = await database.connection.listen("news", (payload) => {
      heard.push(payload);
      arrivals.arrive();
    });
    await database.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_notify('news', 'first')`);
      await tx.execute(sql`select pg_sleep(0.05)`);
      expect(heard).toEqual([]);
    });
    await arrivals.next();
    expect(heard).toEqual(["first"]);
    await stop();

    const after = waitingList();
    const stopOther = await database.connection.listen("other", after.arrive);
    await database.db.execute(sql`select pg_notify('news', 'unheard')`);
    await database.db.execute(sql`select pg_notify('other', '')`);
    await after.next();
    expect(heard).toEqual(["first"]);
    await stopOther();
  });

  test("a lost connection is replaced, and says that notices may have been missed", async () => {
    const arrivals = waitingList();
    const gaps = waitingList();
    const stop = await database.connection.listen("resumed", arrivals.arrive, gaps.arrive);
    const { rows } = await database.db.execute<{ ended: boolean }>(sql`
      select pg_terminate_backend(pid) as ended from pg_stat_activity
      where datname = current_database() and query = 'listen "resumed"'
    `);
    expect(rows).toEqual([{ ended: true }]);
    await gaps.next();
    await database.db.execute(sql`select pg_notify('resumed', 'again')`);
    await arrivals.next();
    await stop();
  });
});

test("a channel's name cannot smuggle in SQL", async () => {
  const database = await testDatabase();
  await expect(database.connection.listen('a"; drop table x; --', () => undefined)).rejects.toThrow(
    "cannot name",
  );
  await database.close();
});

/** `next` resolves with the first `arrive` that no earlier `next` has taken. */
function waitingList() {
  let arrived = 0;
  const waiting: (() => void)[] = [];
  return {
    arrive: () => {
      const first = waiting.shift();
      if (first) first();
      else arrived += 1;
    },
    next: () =>
      new Promise<void>((resolve) => {
        if (arrived > 0) {
          arrived -= 1;
          resolve();
        } else waiting.push(resolve);
      }),
  };
}
