import { once } from "node:events";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { openSpoolFiles, payloadBytesInMemory } from "@/lib/quickbooks/run/payload";
import type { SoapOptions } from "@/lib/quickbooks/soap/handle";
import { callOf, envelope, listener, serve } from "@/lib/quickbooks/soap/serve-for-tests";

const MB = 1024 * 1024;
const OPEN = envelope(callOf("receiveResponseXML", { ticket: "t-1", response: "|" }));
const [HEAD = "", TAIL = ""] = OPEN.split("|");

let server: Awaited<ReturnType<typeof serve>> | undefined;
async function start(options: Partial<SoapOptions> = {}) {
  const { conversation, heard } = listener();
  server = await serve({ conversation, ...options });
  return { ...server, heard };
}
afterEach(async () => {
  await server?.close();
  expect([openSpoolFiles(), payloadBytesInMemory()]).toEqual([0, 0]);
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith("countersign-payload-"))).toEqual([]);
});

/** A call whose payload has so many megabytes, as it is sent, and the most memory and files in use while it was. */
function upload(megabytes: number, tail = TAIL) {
  const piece = "&lt;VendorRet&gt;".repeat(4096);
  const peak = { rss: 0, files: 0 };
  function* pieces() {
    yield HEAD;
    for (let sent = 0; sent < megabytes * MB; sent += piece.length) {
      peak.files = Math.max(peak.files, openSpoolFiles());
      peak.rss = Math.max(peak.rss, process.memoryUsage.rss());
      yield piece;
    }
    yield tail;
  }
  return { pieces: pieces(), peak };
}

describe("long bodies", () => {
  test("a chunked one is read whole", async () => {
    const { post, heard } = await start();
    const answer = await post(upload(12).pieces);
    expect(answer.text).toContain("<receiveResponseXMLResult>100<");
    expect(heard[0]?.args.response).toBeGreaterThan(6 * MB);
  });

  test("one made of many short CDATA sections is read whole", async () => {
    const { post, heard } = await start();
    const answer = await post(HEAD + "<![CDATA[<a>]]>é".repeat(400_000) + TAIL);
    expect(answer.text).toContain("<receiveResponseXMLResult>100<");
    expect(heard[0]?.args.response).toBe("<a>é".repeat(400_000));
  });

  test("64 MB are refused at a limit of 8, in words, in little memory", async () => {
    const { post, heard, log } = await start({ maxBytes: 8 * MB });
    const before = process.memoryUsage.rss();
    const { pieces, peak } = upload(64);
    const answer = await post(pieces);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain("soap:Client");
    expect(answer.text).toContain("(8 MB). QBWC_MAX_BODY_MB");
    expect(heard).toEqual([]);
    expect(log).toHaveLength(1);
    expect((peak.rss - before) / MB).toBeLessThan(100);
  });

  test("a client that is answered before it has sent all goes on, and makes its next call in the same connection", async () => {
    const { port } = await start({ maxBytes: MB });
    const socket = connect(port, "127.0.0.1");
    let received = "";
    socket.setEncoding("utf8").on("data", (piece: string) => {
      received += piece;
    });
    await once(socket, "connect");
    const piece = Buffer.alloc(MB, "x");
    socket.write(`POST /api/qbwc HTTP/1.1\r\nhost: a\r\ncontent-length: ${70 * MB}\r\n\r\n`);
    for (let sent = 0; sent < 66; sent += 1) if (!socket.write(piece)) await once(socket, "drain");
    await expect.poll(() => received).toContain("QBWC_MAX_BODY_MB");
    for (let sent = 66; sent < 70; sent += 1) socket.write(piece);
    socket.write("GET /api/qbwc HTTP/1.1\r\nhost: a\r\n\r\n");
    await expect.poll(() => received).toContain("HTTP/1.1 200");
    socket.destroy();
  });

  test("a length announced above the limit is refused too", async () => {
    const { post } = await start({ maxBytes: 1000 });
    const answer = await post(HEAD + "x".repeat(2000) + TAIL);
    expect([answer.status, answer.text.includes("QBWC_MAX_BODY_MB")]).toEqual([500, true]);
  });

  test("64 MB with a forged ticket are not kept, and answered as an unknown ticket", async () => {
    const asked: string[] = [];
    const { post, heard } = await start({
      authorizeTicket: async (ticket) => {
        asked.push(ticket);
        return false;
      },
    });
    const before = process.memoryUsage.rss();
    const { pieces, peak } = upload(64, "<not even XML");
    const answer = await post(pieces);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("<receiveResponseXMLResult>-1<");
    expect([asked, heard, peak.files]).toEqual([["t-1"], [], 0]);
    expect((peak.rss - before) / MB).toBeLessThan(100);
  });

  test("a spooled one that turns out broken leaves nothing", async () => {
    const { post } = await start();
    const answer = await post(upload(15, "</response></Body>").pieces);
    expect([answer.status, answer.text.includes("soap:Client")]).toEqual([500, true]);
  });

  test("an aborted one leaves nothing and reaches nobody", async () => {
    const { port, settled, heard, log } = await start({ authorizeTicket: async () => true });
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.write("POST /api/qbwc HTTP/1.1\r\nhost: a\r\ncontent-length: 20000000\r\n\r\n");
    for (const piece of upload(15, "").pieces) {
      if (!socket.write(piece)) await once(socket, "drain");
    }
    await expect.poll(() => openSpoolFiles()).toBe(1);
    socket.destroy();
    await settled();
    expect(heard).toEqual([]);
    expect(log[0]?.fields.reason).toBe("The request ended before it was complete.");
  });
});

describe("encodings", () => {
  const call = (declaration: string) =>
    declaration + envelope(callOf("getLastError", { ticket: "café €" })).replace(/^<\?.*?\?>/, "");
  const latin = (text: string) => Buffer.from(text.replace("€", "\x80"), "latin1");
  const wide = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");
  test.each<[string, Uint8Array, string]>([
    ["UTF-8 without a word", Buffer.from(call("")), "text/xml"],
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${call('<?xml version="1.0"?>')}`), "text/xml"],
    ["Windows-1252 by its header", latin(call("")), 'text/xml; charset="Windows-1252"'],
    ["ISO-8859-1 by its declaration", latin(call('<?xml version="1.0" encoding="iso-8859-1"?>')), "text/xml"],
    ["UTF-16 by its mark", wide(call('<?xml version="1.0" encoding="utf-16"?>')), "text/xml"],
    ["UTF-16, high byte first", wide(call("")).swap16(), "text/xml; charset=utf-16"],
  ])("%s", async (_, body, type) => {
    const { post, heard } = await start();
    expect((await post(body, { "content-type": type })).status).toBe(200);
    expect(heard[0]?.args.ticket).toBe("café €");
  });

  test.each<[string, Uint8Array, Record<string, string>, string]>([
    ["bytes that are not UTF-8", latin(call("")), {}, "not valid utf-8"],
    ["UTF-8 cut inside a character", Buffer.from("<é").subarray(0, 2), {}, "not valid utf-8"],
    ["an encoding nobody uses", Buffer.from(call("")), { "content-type": "a; charset=ebcdic" }, "ebcdic"],
    ["a compressed body", Buffer.from(call("")), { "content-encoding": "gzip" }, "gzip"],
    ["an empty body", Buffer.from(""), {}, "well-formed"],
  ])("%s is a Client fault", async (_, body, headers, words) => {
    const { post } = await start();
    const answer = await post(body, headers);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain("soap:Client");
    expect(answer.text).toContain(words);
  });
});
