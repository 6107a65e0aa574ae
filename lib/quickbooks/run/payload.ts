import { randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";

/** Below this a text stays in memory, whatever else does. Most answers are a few KB. */
const MEMORY_BYTES = 1024 * 1024;
/** Below this too, while all together have room: a page of a list, which aims at 4 MB, does without the disk. */
const PAGE_BYTES = 8 * 1024 * 1024;
const TOGETHER_BYTES = 64 * 1024 * 1024;
const PORTION_BYTES = 256 * 1024;

/** A text of any size, held in bounded memory and readable more than once until disposed of. */
export interface Payload {
  /** Length in bytes of UTF-8. */
  readonly size: number;
  readonly isEmpty: boolean;
  /** The text in order, in pieces of unspecified length that never split a character. */
  chunks(): AsyncIterable<string>;
  /** The same as UTF-8, in pieces cut anywhere. */
  bytes(): AsyncIterable<Buffer>;
  /** The whole text. @throws PayloadTooLarge when it has more than `maxBytes` bytes (default 16 MB). */
  text(maxBytes?: number): Promise<string>;
  /** Frees memory and disk. May be called twice; nothing can be read afterwards. */
  dispose(): Promise<void>;
}

/** Gathers a payload piece by piece. Either `finish` or `discard` must be called in the end. */
export interface PayloadWriter {
  /** Takes UTF-8, cut anywhere. */
  write(piece: Buffer): Promise<void>;
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
/** Bytes of all payloads of this process that are not on disk. */
let inMemory = 0;

/** How many payloads are on disk just now: a gauge for metrics, and for tests that look for leaks. */
export function openSpoolFiles(): number {
  return spoolFiles;
}

/** How many bytes of payloads are held in memory just now; the same. */
export function payloadBytesInMemory(): number {
  return inMemory;
}

/** A payload out of a text at hand. */
export function payloadOf(text: string): Payload {
  const bytes = Buffer.from(text);
  return new StoredPayload([bytes], undefined, bytes.byteLength);
}

/**
 * Begins a payload. Beyond 8 MB, or 1 MB while many are under way, the text moves to a file in the temp folder,
 * readable by this user alone.
 * The file's name is removed as soon as it is open, so that a killed server leaves no vendor data behind;
 * the space is freed when the handle closes.
 */
export function writePayload(): PayloadWriter {
  let full: Buffer[] = [];
  let portion = Buffer.alloc(0);
  let used = 0;
  let waiting = 0;
  let size = 0;
  let file: FileHandle | undefined;
  const pieces = () => (used > 0 ? [...full, portion.subarray(0, used)] : full);
  const spool = async () => {
    file ??= await openSpool();
    // appendFile, unlike write, goes on until every byte is on the disk.
    await file.appendFile(Buffer.concat(pieces()));
    forget();
  };
  const forget = () => {
    inMemory -= waiting;
    full = [];
    used = 0;
    waiting = 0;
  };
  const hasRoom = () => waiting <= MEMORY_BYTES || (size <= PAGE_BYTES && inMemory <= TOGETHER_BYTES);
  /** Copied into portions: a text of many short CDATA sections would otherwise be a million tiny buffers. */
  const keep = (piece: Buffer) => {
    for (let at = 0; at < piece.byteLength; ) {
      if (used === portion.byteLength) {
        if (used > 0) full.push(portion);
        portion = Buffer.allocUnsafeSlow(Math.min(PORTION_BYTES, Math.max(4096, size)));
        used = 0;
      }
      const copied = piece.copy(portion, used, at);
      used += copied;
      at += copied;
    }
    waiting += piece.byteLength;
    inMemory += piece.byteLength;
    size += piece.byteLength;
  };
  return {
    async write(piece) {
      keep(piece);
      if (file ? waiting > PORTION_BYTES : !hasRoom()) await spool();
    },
    async finish() {
      if (file && waiting > 0) await spool();
      return new StoredPayload(pieces(), file, size, forget);
    },
    async discard() {
      forget();
      await closeSpool(file);
    },
  };
}

class StoredPayload implements Payload {
  #pieces: Buffer[];
  #file: FileHandle | undefined;
  #forget: () => void;
  #disposed = false;

  constructor(
    pieces: Buffer[],
    file: FileHandle | undefined,
    readonly size: number,
    forget: () => void = () => undefined,
  ) {
    this.#pieces = pieces;
    this.#file = file;
    this.#forget = forget;
  }

  get isEmpty(): boolean {
    return this.size === 0;
  }

  async *chunks(): AsyncIterable<string> {
    const decoder = new StringDecoder("utf8");
    for await (const piece of this.bytes()) yield decoder.write(piece);
  }

  async *bytes(): AsyncIterable<Buffer> {
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
    this.#forget();
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

async function* readSpool(file: FileHandle): AsyncIterable<Buffer> {
  for (let position = 0; ; ) {
    // A fresh one each time: who reads may still hold the last.
    const buffer = Buffer.allocUnsafeSlow(PORTION_BYTES);
    const { bytesRead } = await file.read(buffer, 0, PORTION_BYTES, position);
    if (bytesRead === 0) break;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
