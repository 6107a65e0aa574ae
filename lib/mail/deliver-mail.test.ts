import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { mails } from "@/db/schema";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { type MailServer, startMailServer } from "@/lib/testing/mail-server";
import { deliverMail } from "./deliver-mail";

let database: TestDatabase;
let server: MailServer;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await startMailServer();
  await database.db.delete(mails);
});
afterEach(() => server.close());

const FROM = "Countersign <bills@northwind.example>";
const deliver = (smtpUrl = server.url) => deliverMail({ db: database.db, smtpUrl, from: FROM });

const write = (count: number) =>
  database.db
    .insert(mails)
    .values(
      Array.from({ length: count }, (_, at) => ({
        cause: `test:${at}`,
        recipient: `person-${at}@example.com`,
        subject: `Bill ${at} waits for you`,
        text: `A secret link: https://bills.example.com/join/${at}`,
        html: `<p>A secret link ${at}</p>`,
      })),
    )
    .returning({ id: mails.id });

const rows = () => database.db.select().from(mails).orderBy(mails.cause);
const minutesUntilDue = async () => {
  const { rows: found } = await database.db.execute<{ minutes: number }>(
    sql`select round(extract(epoch from due_at - now()) / 60)::int as minutes from mails`,
  );
  return found[0]?.minutes;
};
const makeDue = () => database.db.update(mails).set({ dueAt: sql`now() - interval '1 second'` });

test("a mail arrives as it was written, and its text is wiped", async () => {
  const [written] = await write(1);
  expect(await deliver()).toEqual({ sent: 1, postponed: 0, failed: 0 });
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]).toMatchObject({
    ...{ to: "person-0@example.com", from: "bills@northwind.example", subject: "Bill 0 waits for you" },
    ...{ html: "<p>A secret link 0</p>", messageId: `<${written?.id}@northwind.example>` },
  });
  expect(server.mails[0]?.text).toContain("https://bills.example.com/join/0");
  expect(server.mails[0]?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(await rows()).toMatchObject([{ state: "sent", text: null, html: null, attempts: 1 }]);
  expect(await deliver()).toEqual({ sent: 0, postponed: 0, failed: 0 });
});

test("three servers send forty mails, each once", async () => {
  await write(40);
  const told = await Promise.all([deliver(), deliver(), deliver()]);
  expect(told.reduce((sum, { sent }) => sum + sent, 0)).toBe(40);
  expect(new Set(server.mails.map(({ to }) => to)).size).toBe(40);
  expect(server.mails).toHaveLength(40);
});

test("a mail that another server has claimed is left to it until the claim has run out", async () => {
  await write(1);
  await database.db.execute(sql`update mails set attempts = 1, due_at = now() + interval '10 minutes'`);
  expect((await deliver()).sent).toBe(0);
  await makeDue();
  expect((await deliver()).sent).toBe(1);
});

test("a refusal for now is tried again later, and later each time, until it has failed", async () => {
  await write(1);
  const pauses = [];
  for (let attempt = 1; attempt <= 7; attempt++) {
    server.trouble({ at: attempt % 2 ? "recipient" : "text", refuse: 451 });
    expect(await deliver()).toEqual({ sent: 0, postponed: 1, failed: 0 });
    expect(await deliver()).toEqual({ sent: 0, postponed: 0, failed: 0 });
    pauses.push(await minutesUntilDue());
    await makeDue();
  }
  expect(pauses).toEqual([1, 5, 30, 120, 240, 480, 600]);
  server.trouble({ at: "recipient", refuse: 451 });
  expect(await deliver()).toEqual({ sent: 0, postponed: 0, failed: 1 });
  const [failed] = await rows();
  expect(failed).toMatchObject({ state: "failed", text: null, html: null, attempts: 8 });
  expect(failed?.lastError).toContain("451");
  await makeDue();
  expect((await deliver()).sent).toBe(0);
  expect(server.mails).toHaveLength(0);
});

test.each(["recipient", "text"] as const)(
  "a %s that is refused for good fails at once, and the others go",
  async (at) => {
    await write(3);
    server.trouble({ at, refuse: 550 });
    expect(await deliver()).toEqual({ sent: 2, postponed: 0, failed: 1 });
    const failed = (await rows()).filter(({ state }) => state === "failed");
    expect(failed).toMatchObject([{ attempts: 1, lastError: expect.stringContaining("550") }]);
  },
);

test("a line that drops before the mail is taken costs an attempt, and the mail arrives once", async () => {
  await write(1);
  server.trouble({ at: "text", drop: "before" });
  expect(await deliver()).toEqual({ sent: 0, postponed: 1, failed: 0 });
  expect(server.mails).toHaveLength(0);
  await makeDue();
  expect((await deliver()).sent).toBe(1);
  expect(server.mails).toHaveLength(1);
});

test("a mail that was taken without a word goes again under the same Message-ID", async () => {
  const [written] = await write(1);
  server.trouble({ at: "text", drop: "after" });
  expect((await deliver()).postponed).toBe(1);
  await makeDue();
  expect((await deliver()).sent).toBe(1);
  const id = `<${written?.id}@northwind.example>`;
  expect(server.mails.map(({ messageId }) => messageId)).toEqual([id, id]);
});

test("a mail server that is away costs a few mails an attempt, not all of them", async () => {
  await write(20);
  const { url } = server;
  await server.close();
  expect((await deliver(url)).postponed).toBeLessThanOrEqual(3);
  expect((await rows()).filter(({ attempts }) => attempts === 0).length).toBeGreaterThanOrEqual(17);
});

test("a server that shuts down begins no further mail", async () => {
  await write(10);
  let stopping = false;
  const delivery = deliverMail({
    db: database.db,
    smtpUrl: server.url,
    from: FROM,
    isStopping: () => stopping,
  });
  stopping = true;
  expect((await delivery).sent).toBeLessThanOrEqual(1);
});
