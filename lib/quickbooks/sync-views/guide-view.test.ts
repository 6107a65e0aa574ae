import { eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { connections } from "@/db/schema";
import { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import { Crash } from "@/e2e/quickbooks/connector/conversation";
import { demoCompany } from "@/e2e/quickbooks/seed/demo-company";
import { rotatePassword } from "@/lib/quickbooks/connections/change-connection";
import { takeQwcLogin } from "@/lib/quickbooks/connections/take-qwc-login";
import { approvedBill, askAnnThenBob } from "@/lib/testing/bill-story";
import { type Office, openOffice } from "@/lib/testing/office";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { GUIDE_STEPS, readGuide } from "./guide-view";
import { readSyncStatus } from "./sync-status-view";

let office: Office;
afterEach(() => office.close());

const here = () => ({ connectionId: office.connectionId });
const guide = () => readGuide(office.admin, here());
const done = async () => {
  const { done: steps } = await guide();
  return GUIDE_STEPS.filter((step) => steps[step]);
};
const firstPullAt = async () => {
  const [row] = await office.database.db
    .select({ at: connections.firstPullAt })
    .from(connections)
    .where(eq(connections.id, office.connectionId));
  return row?.at ?? null;
};

test("each step is seen when it happens; the lists are here before anything else is asked or written", async () => {
  office = await openOffice();
  expect(await done()).toEqual([]);
  await takeQwcLogin(office.admin, here());
  expect(await done()).toEqual(["download"]);
  expect((await office.run({ password: "not the password" })).ok).toBe(false);
  expect(await done()).toEqual(["download", "add"]);
  expect((await guide()).problem).toMatchObject({
    step: "login",
    title: expect.stringContaining("wrong password"),
  });

  const seen: { asks: string; hadFirstPull: boolean; step: string | null; percent: number }[] = [];
  await office.run({
    hooks: {
      beforeCall: async (step, { count }) => {
        if (step === "sendRequestXML" && count === 1)
          expect(await done()).toEqual(["download", "add", "login"]);
      },
      afterCall: async (step, { result }) => {
        if (step !== "sendRequestXML" || !result) return;
        const { run } = await guide();
        const asks = /<(\w+(?:Query|Add|Mod))Rq[ >]/.exec(result)?.[1] ?? "";
        seen.push({
          asks,
          hadFirstPull: (await firstPullAt()) !== null,
          step: run?.step ?? null,
          percent: run?.percent ?? -1,
        });
      },
    },
  });
  const vendors = seen.filter(({ asks }) => asks === "VendorQuery");
  expect(vendors.length).toBeGreaterThan(0);
  expect(vendors.every(({ hadFirstPull, step }) => !hadFirstPull && step?.startsWith("Vendors"))).toBe(true);
  expect(seen.filter(({ hadFirstPull }) => hadFirstPull).map(({ asks }) => asks)).not.toContain("ItemQuery");
  expect(seen.map(({ percent }) => percent)).toEqual(
    [...seen.map(({ percent }) => percent)].sort((a, b) => a - b),
  );
  expect(await done()).toEqual([...GUIDE_STEPS]);
  expect(await guide()).toMatchObject({
    problem: null,
    run: null,
    companyName: office.company.state.name,
    statusText: expect.stringMatching(/^Finished/),
  });
});

test("the first pull is noted once, when its own run has read the lists, however often it was interrupted", async () => {
  office = await openOffice({ silentAfterSeconds: 0 });
  await askAnnThenBob(office);
  await office.run({
    hooks: {
      beforeCall: (step, { count }) => {
        if (step === "receiveResponseXML" && count === 3) throw new Crash();
      },
    },
  });
  expect(await firstPullAt()).toBeNull();
  expect((await guide()).done).toMatchObject({ recognised: true, pull: false });
  await office.run();
  const first = await firstPullAt();
  expect(first).not.toBeNull();
  await approvedBill(office);
  await office.run();
  expect(await firstPullAt()).toEqual(first);
});

test("a run that went silent, a file that does not open and a foreign file stand at their step with the way out", async () => {
  office = await openOffice({ silentAfterSeconds: 0 });
  office.company.switches.sessionRefused = "0x80040410";
  await office.run();
  expect((await guide()).problem).toMatchObject({ step: "answer", code: "0x80040410" });
  office.company.switches.sessionRefused = null;
  const foreign = new CompanyFile(demoCompany());
  const qwc = office.qwc.replace(/<FileID>\{.{8}/, "<FileID>{00000000");
  await office.run({ company: foreign, qwc });
  expect((await guide()).problem).toMatchObject({ step: "recognised", code: "foreign-company-file" });
  expect(await done()).toEqual(["download", "add", "login", "answer"]);
  await office.run();
  expect((await guide()).problem).toBeNull();
});

test("ten wrong passwords shut it out; a new password lets it in at once", async () => {
  office = await openOffice();
  for (let tries = 0; tries < 10; tries++) await office.run({ password: "wrong" });
  expect((await guide()).problem).toMatchObject({ step: "login", title: "Too many wrong passwords" });
  expect((await office.run()).ok).toBe(false);
  office.password = (await rotatePassword(office.admin, here())).password;
  expect((await guide()).problem).toBeNull();
  expect((await office.run()).ok).toBe(true);
});

test("another organisation sees neither the guide nor the progress", async () => {
  office = await openOffice();
  const { db } = office.database;
  const stranger = await createPerson(db, await createOrganisation(db), { roles: ["admin"] });
  await expect(readGuide(stranger, here())).rejects.toMatchObject({ code: "not-found" });
  await expect(takeQwcLogin(stranger, here())).rejects.toMatchObject({ code: "not-found" });
  await office.run({
    hooks: {
      afterCall: async (step, { count }) => {
        if (step !== "sendRequestXML" || count !== 3) return;
        expect(await readSyncStatus(stranger, {})).toEqual([]);
        const [mine] = await readSyncStatus(office.viewer, {});
        expect(mine).toMatchObject({ state: "running", step: expect.any(String), lastRunText: null });
      },
    },
  });
});

test("silent only after two missed runs and some grace; never when paused or never connected", async () => {
  office = await openOffice();
  const state = async (set: Partial<typeof connections.$inferInsert>) => {
    await office.database.db.update(connections).set(set).where(eq(connections.id, office.connectionId));
    return (await readSyncStatus(office.admin, {}))[0]?.state;
  };
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  expect(await state({ runEveryMinutes: 15 })).toBe("new");
  expect(await state({ lastContactAt: ago(45) })).not.toBe("silent");
  expect(await state({ lastContactAt: ago(52) })).toBe("silent");
  expect(await state({ pausedAt: ago(1) })).toBe("paused");
});
