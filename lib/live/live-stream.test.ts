import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { announce } from "@/lib/access/announce";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { stopFollowing } from "./change-feed";
import { liveStream } from "./live-stream";
import { closeOpenStreams, openStreamCount } from "./open-streams";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
});
afterEach(async () => {
  closeOpenStreams();
  await stopFollowing();
});
afterAll(() => database.close());

async function open(again?: () => Promise<Actor | null>) {
  const actor = await createPerson(database.db, await createOrganisation(database.db));
  const browser = new AbortController();
  const stream = liveStream({
    orgId: actor.orgId,
    version: async () => "version-1",
    again: again ?? (async () => actor),
    signal: browser.signal,
  });
  const reader = stream
    .pipeThrough(new TextDecoderStream() as unknown as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  expect((await reader.read()).value).toContain("event: ready\ndata: version-1\n\n");
  return { actor, browser, reader };
}

test("a change is told without saying what changed", async () => {
  const { actor, reader } = await open();
  await announce(database.db, actor.orgId);
  expect(await reader.read()).toEqual({ done: false, value: "event: change\ndata:\n\n" });
});

test("whoever was removed is told to go, and the stream ends", async () => {
  const { actor, reader } = await open(async () => null);
  await announce(database.db, actor.orgId);
  expect((await reader.read()).value).toContain("event: gone");
  expect((await reader.read()).done).toBe(true);
  expect(openStreamCount()).toBe(0);
});

test("a database that is away ends the stream, so that the browser comes back", async () => {
  const { actor, reader } = await open(async () => {
    throw new Error("the database is away");
  });
  await announce(database.db, actor.orgId);
  expect((await reader.read()).done).toBe(true);
});

test("a browser that went away leaves no stream behind", async () => {
  const { browser, reader } = await open();
  expect(openStreamCount()).toBe(1);
  browser.abort();
  expect((await reader.read()).done).toBe(true);
  expect(openStreamCount()).toBe(0);
});

test("the server's end is the stream's end", async () => {
  const { reader } = await open();
  closeOpenStreams();
  expect((await reader.read()).done).toBe(true);
});
