import { randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Below this a text stays in memory. Most answers are a few KB; a full list pull is tens of MB. */
const MEMORY_BYTES = 1024 * 1024;
const PORTION_BYTES = 256 * 1024;

/** A text of any size, held in bounded memory and readable more than once until disposed of. */
export interface Payload {
  /** Length in bytes of UTF-8. */
  readonly size: number;
  readonly isEmpty: boolean;
  /** The text in order, in pieces of unspecified length that never split a character. */
  chunks(): AsyncIterable<string>;
  /** The whole text. @throws PayloadTooLarge when it has more than `maxBytes` bytes (default 16 MB). */
  text(maxBytes?: number): Promise<string>;
  /** Frees memory and disk. May be called twice; nothing can be read afterwards. */
  dispose(): Promise<void>;
}

/** Gathers a payload piece by piece. Either `finish` or `discard` must be called in the end. */
export interface PayloadWriter {
  write(piece: string): Promise<void>;
  finish(): Promise<Payload>;
  discard(): Promise<void>;
}

/** Somebody asked for a whole payload as one string that is too long for that. */
export class PayloadTooLarge extends Error {
  constructor(size: number, maxBytes: number) {
    super(`The text has ${size} bytes; at most ${maxBytes} may be read at once.`);
    this.name = "PayloadTooLarge";
  }
}

let spoolFiles = 0;

/** How many payloads are on disk just now: a gauge for metrics, and for tests that look for leaks. */
export function openSpoolFiles(): number {
  return spoolFiles;
}

/** A payload out of a text at hand. */
export function payloadOf(text: string): Payload {
  return new StoredPayload([text], undefined, Buffer.byteLength(text));
}

/**
 * Begins a payload. Beyond 1 MB the text moves to a file in the temp folder, readable by this user alone.
 * The file's name is removed as soon as it is open, so that a killed server leaves no vendor data behind;
 * the space is freed when the handle closes.
 */
export function writePayload(): PayloadWriter {
  let pieces: string[] = [];
  let waiting = 0;
  let size = 0;
  let file: FileHandle | undefined;
  const spool = async () => {
    file ??= await openSpool();
    // appendFile, unlike write, goes on until every byte is on the disk.
    await file.appendFile(pieces.join(""));
    pieces = [];
    waiting = 0;
  };
  return {
    async write(piece) {
      if (piece === "") return;
      const bytes = Buffer.byteLength(piece);
      pieces.push(piece);
      waiting += bytes;
      size += bytes;
      // In portions: a text of many short CDATA sections would otherwise cost a disk write each.
      if (waiting > (file ? PORTION_BYTES : MEMORY_BYTES)) await spool();
    },
    async finish() {
      if (file && waiting > 0) await spool();
      return new StoredPayload(pieces, file, size);
    },
    discard: () => closeSpool(file),
  };
}

class StoredPayload implements Payload {
  #pieces: string[];
  #file: FileHandle | undefined;
  #disposed = false;

  constructor(
    pieces: string[],
    file: FileHandle | undefined,
    readonly size: number,
  ) {
    this.#pieces = pieces;
    this.#file = file;
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  async *chunks(): AsyncIterable<string> {
    if (this.#disposed) throw new Error("This payload has been disposed of.");
    yield* this.#file ? readSpool(this.#file) : this.#pieces;
  }

  async text(maxBytes = 16 * 1024 * 1024): Promise<string> {
    if (this.size > maxBytes) throw new PayloadTooLarge(this.size, maxBytes);
    const pieces: string[] = [];
    for await (const piece of this.chunks()) pieces.push(piece);
    return pieces.join("");
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#pieces = [];
    await closeSpool(this.#file);
  }
}

async function openSpool(): Promise<FileHandle> {
  const path = join(tmpdir(), `countersign-payload-${randomUUID()}`);
  const file = await open(path, "wx+", 0o600);
  spoolFiles += 1;
  try {
    await unlink(path);
  } catch (error) {
    await closeSpool(file);
    throw error;
  }
  return file;
}

async function closeSpool(file: FileHandle | undefined): Promise<void> {
  if (!file) return;
  spoolFiles -= 1;
  await file.close();
}

async function* readSpool(file: FileHandle): AsyncIterable<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const buffer = Buffer.allocUnsafe(PORTION_BYTES);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, PORTION_BYTES, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    yield decoder.decode(buffer.subarray(0, bytesRead), { stream: true });
  }
  yield decoder.decode();
}
