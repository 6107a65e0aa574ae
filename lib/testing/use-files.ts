import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { readEnv } from "@/lib/core/env";
import { openFileStore } from "@/lib/documents/file-store";

/** Gives the tests of a file a store in a folder of their own; its path is there when they run. */
export function useFiles(): { folder: string } {
  const files = { folder: "" };
  const shared = globalThis as { countersignFiles?: unknown };
  let before: unknown;
  beforeAll(async () => {
    files.folder = await mkdtemp(join(tmpdir(), "countersign-files-"));
    before = shared.countersignFiles;
    shared.countersignFiles = openFileStore(readEnv({ FILES_DIR: files.folder }));
  });
  afterAll(async () => {
    shared.countersignFiles = before;
    await rm(files.folder, { recursive: true, force: true });
  });
  return files;
}
