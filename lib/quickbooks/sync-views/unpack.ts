import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** A kept answer as text, piece by piece; whoever stops reading stops the unpacking. */
export async function* unpack(packed: Buffer): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const piece of Readable.from([packed]).pipe(createGunzip())) {
    const text = decoder.decode(piece, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

/** A text that was kept as it is, as the one piece that it is. */
export async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}
