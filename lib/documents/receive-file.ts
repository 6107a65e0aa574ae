import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";

/** A file that was sent to us, whole, on this computer. */
export interface ReceivedFile {
  path: string;
  size: number;
  /** SHA-256, hexadecimal. */
  hash: string;
}

/**
 * Takes in what is sent, piece by piece, and gives it to `use`; afterwards it is gone from this computer.
 * Throws "file-too-large" at the first byte over the limit, "file-refused" when nothing came.
 */
export async function receiveFile<Result>(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  use: (file: ReceivedFile) => Promise<Result>,
): Promise<Result> {
  const megabytes = env().MAX_DOCUMENT_MB;
  const folder = await mkdtemp(join(tmpdir(), "countersign-upload-"));
  try {
    const path = join(folder, "file");
    const digest = createHash("sha256");
    let size = 0;
    const measured = async function* () {
      for await (const piece of body) {
        size += piece.byteLength;
        if (size > megabytes * 1024 * 1024)
          throw new AppError("file-too-large", {
            message: `A document can have at most ${megabytes} MB.`,
          });
        digest.update(piece);
        yield piece;
      }
    };
    await pipeline(
      Readable.from(measured(), { objectMode: false }),
      createWriteStream(path, { mode: 0o600 }),
    );
    if (size === 0) throw new AppError("file-refused", { message: "This file is empty." });
    return await use({ path, size, hash: digest.digest("hex") });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
