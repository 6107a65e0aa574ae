import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { announce } from "@/lib/access/announce";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, useDatabase } from "@/lib/testing/people";
import { followChanges, stopFollowing } from "./change-feed";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
});
afterEach(() => stopFollowing());
afterAll(() => database.close());

/** Follows an organisation; `told` resolves at its next change. */
async function follower(orgId: string) {
  let count = 0;
  let tell: () => void = () => undefined;
  const leave = await followChanges(orgId, () => {
    count += 1;
    tell();
  });
  return {
    leave,
    count: () => count,
    told: () => new Promise<void>((resolve) => (tell = resolve)),
  };
}

test("a change reaches the followers of its organisation, and no others", async () => {
  const [north, south] = [await createOrganisation(database.db), await createOrganisation(database.db)];
  const [ann, bea, carl] = [await follower(north), await follower(north), await follower(south)];
  const all = Promise.all([ann.told(), bea.told()]);
  await announce(database.db, north);
  await all;
  // Notices arrive in order: once the southern one is here, a northern one would have been, too.
  const last = carl.told();
  await announce(database.db, south);
  await last;
  expect([ann.count(), bea.count(), carl.count()]).toEqual([1, 1, 1]);
});

test("a change that was rolled back is not told", async () => {
  const orgId = await createOrganisation(database.db);
  const ann = await follower(orgId);
  await database.db
    .transaction(async (tx) => {
      await announce(tx, orgId);
      throw new Error("changed my mind");
    })
    .catch(() => undefined);
  const told = ann.told();
  await announce(database.db, orgId);
  await told;
  expect(ann.count()).toBe(1);
});

test("whoever has left is told nothing more", async () => {
  const orgId = await createOrganisation(database.db);
  const [ann, bea] = [await follower(orgId), await follower(orgId)];
  ann.leave();
  const told = bea.told();
  await announce(database.db, orgId);
  await told;
  expect(ann.count()).toBe(0);
});
