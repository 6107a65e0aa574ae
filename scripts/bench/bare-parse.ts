import { SaxesParser } from "saxes";

const PIECE = 65_536;

/** What a strict reader takes for the same bytes and nothing else: saxes over the envelope, saxes over the inner text. */
export function bareParse(body: Buffer): { ms: number; elements: number } {
  const start = performance.now();
  let inner = "";
  let elements = 0;
  const envelope = new SaxesParser({ xmlns: true, position: false });
  envelope.on("error", (error) => {
    throw error;
  });
  envelope.on("text", (text) => {
    if (text.length > inner.length) inner = text;
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at < body.byteLength; at += PIECE) {
    envelope.write(decoder.decode(body.subarray(at, at + PIECE), { stream: true }));
  }
  envelope.write(decoder.decode()).close();
  const document = new SaxesParser({ position: false });
  document.on("error", (error) => {
    throw error;
  });
  document.on("text", () => undefined);
  document.on("opentag", () => {
    elements += 1;
  });
  document.on("closetag", () => undefined);
  for (let at = 0; at < inner.length; at += PIECE) document.write(inner.slice(at, at + PIECE));
  document.close();
  return { ms: performance.now() - start, elements };
}
