import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { type Env, env } from "@/lib/core/env";

type Settings = Pick<
  Env,
  "FILES_DIR" | "S3_BUCKET" | "S3_ENDPOINT" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY"
>;

/** Where the bytes of documents stand: a folder, or a bucket. A key names its content, so nothing is ever replaced. */
export interface FileStore {
  /** Takes in a file of this computer; one that is there already stays as it is. */
  keep(key: string, file: { path: string; size: number; contentType: string }): Promise<void>;
  read(key: string): Promise<Readable>;
  /** Nothing happens when it is not there. */
  remove(key: string): Promise<void>;
}

/** The key of a content, its organisation's folder first. */
export const fileKey = (orgId: string, hash: string): string => `${orgId}/${hash}`;

async function openDisk(settings: Settings): Promise<Disk> {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = settings;
  if (!bucket)
    return new Disk(new FSDriver({ location: resolve(settings.FILES_DIR), visibility: "private" }));
  // Amazon's client is some megabytes: a server that keeps its files in a folder never loads it.
  const { S3Driver } = await import("flydrive/drivers/s3");
  return new Disk(
    new S3Driver({
      ...{ bucket, region, visibility: "private", supportsACL: false },
      credentials: {
        accessKeyId: settings.S3_ACCESS_KEY_ID ?? "",
        secretAccessKey: settings.S3_SECRET_ACCESS_KEY ?? "",
      },
      // Stores other than Amazon's know neither the checksums that its client adds by itself nor, often, a
      // bucket in the host's name.
      ...(endpoint
        ? ({
            endpoint,
            forcePathStyle: true,
            requestChecksumCalculation: "WHEN_REQUIRED",
            responseChecksumValidation: "WHEN_REQUIRED",
          } as const)
        : {}),
    }),
  );
}

/** A store by its settings. Nothing is opened before it is used. */
export function openFileStore(settings: Settings): FileStore {
  let opened: Promise<Disk> | undefined;
  const disk = () => {
    opened ??= openDisk(settings);
    return opened;
  };
  /** A folder keeps what a crash left of a file that was being written: its size tells. */
  const isWhole = async (key: string, size: number): Promise<boolean> => {
    const files = await disk();
    return (await files.exists(key)) && (await files.getMetaData(key)).contentLength === size;
  };
  return {
    async keep(key, { path, size, contentType }) {
      if (await isWhole(key, size)) return;
      const files = await disk();
      await files.putStream(key, createReadStream(path), { contentType, contentLength: size });
    },
    read: async (key) => (await disk()).getStream(key),
    remove: async (key) => (await disk()).delete(key),
  };
}

/** The store of this process; a test puts its own there. */
export function fileStore(): FileStore {
  const shared = globalThis as { countersignFiles?: FileStore };
  shared.countersignFiles ??= openFileStore(env());
  return shared.countersignFiles;
}
