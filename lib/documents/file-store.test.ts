import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readEnv } from "@/lib/core/env";
import { type FileStore, fileKey, openFileStore } from "./file-store";

let folder: string;
let bucketFolder: string;
let server: S3rver;
let settingsOf: Record<string, Record<string, string>>;

/** A port that nobody listens on, as the system gives it. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "countersign-store-"));
  bucketFolder = join(folder, "bucket");
  const port = await freePort();
  server = new S3rver({
    ...{ port, address: "127.0.0.1", silent: true, directory: bucketFolder },
    configureBuckets: [{ name: "bills", configs: [] }],
  });
  await server.run();
  settingsOf = {
    "a folder": { FILES_DIR: join(folder, "files") },
    "an S3-compatible store": {
      ...{ S3_BUCKET: "bills", S3_ENDPOINT: `http://127.0.0.1:${port}` },
      ...{ S3_ACCESS_KEY_ID: "S3RVER", S3_SECRET_ACCESS_KEY: "S3RVER" },
    },
  };
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const ORG = "6c0b1f5e-0000-4000-8000-000000000001";

/** A file of this computer with that content. */
async function fileOf(content: string) {
  const path = join(folder, `sent-${content.length}`);
  await writeFile(path, content);
  return { path, size: Buffer.byteLength(content), contentType: "application/pdf" };
}

describe.each(["a folder", "an S3-compatible store"])("%s", (kind) => {
  const open = (): FileStore => openFileStore(readEnv(settingsOf[kind] ?? {}));
  const textOf = async (store: FileStore, key: string) => (await buffer(await store.read(key))).toString();

  test("gives back what it was given, also to another process", async () => {
    const key = fileKey(ORG, "a1");
    const content = "%PDF ".repeat(400_000);
    await open().keep(key, await fileOf(content));
    expect(await textOf(open(), key)).toBe(content);
  });

  test("never replaces a content that it has whole", async () => {
    const [store, key] = [open(), fileKey(ORG, "b2")];
    await store.keep(key, await fileOf("the first"));
    await store.keep(key, await fileOf("the other"));
    expect(await textOf(store, key)).toBe("the first");
  });

  test("writes anew what a crash left half written", async () => {
    const [store, key] = [open(), fileKey(ORG, "c3")];
    await store.keep(key, await fileOf("hal"));
    await store.keep(key, await fileOf("whole"));
    expect(await textOf(store, key)).toBe("whole");
  });

  test("removes, also what is not there", async () => {
    const [store, key] = [open(), fileKey(ORG, "d4")];
    await store.keep(key, await fileOf("gone soon"));
    await store.remove(key);
    await store.remove(key);
    await expect(store.read(key).then(buffer)).rejects.toThrow(/ENOENT|Cannot read file/);
  });
});

test("an organisation's files stand in its own folder", async () => {
  const store = openFileStore(readEnv(settingsOf["a folder"] ?? {}));
  await store.keep(fileKey(ORG, "e5"), await fileOf("mine"));
  expect(await readdir(join(folder, "files", ORG))).toContain("e5");
});
