import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import {
  openSpoolFiles,
  PayloadTooLarge,
  payloadBytesInMemory,
  payloadOf,
  writePayload,
} from "@/lib/quickbooks/run/payload";

async function written(pieces: Iterable<string>) {
  const writer = writePayload();
  for (const piece of pieces) await writer.write(Buffer.from(piece));
  return writer.finish();
}

const spooledNames = () => readdirSync(tmpdir()).filter((name) => name.startsWith("countersign-payload-"));

describe("a payload", () => {
  test("that is empty says so", async () => {
    const payload = await written([""]);
    expect(payload.isEmpty).toBe(true);
    expect(payload.size).toBe(0);
    expect(await payload.text()).toBe("");
  });

  test("that is small stays in memory and reads twice", async () => {
    const payload = await written(["Café", " 😀"]);
    expect(openSpoolFiles()).toBe(0);
    expect(payload.size).toBe(10);
    expect(await payload.text()).toBe("Café 😀");
    expect(await payload.text()).toBe("Café 😀");
    await payload.dispose();
  });

  test("that is large goes to disk, reads twice, and leaves nothing", async () => {
    // Three bytes a sign: the borders of what is read fall inside characters.
    const piece = "€".repeat(33_333);
    const payload = await written(Array.from({ length: 100 }, () => piece));
    expect(openSpoolFiles()).toBe(1);
    expect(spooledNames()).toEqual([]);
    expect(payload.size).toBe(100 * 33_333 * 3);
    expect((await payload.text()) === piece.repeat(100)).toBe(true);
    expect((await payload.text()).length).toBe(100 * 33_333);
    await payload.dispose();
    await payload.dispose();
    expect([openSpoolFiles(), payloadBytesInMemory()]).toEqual([0, 0]);
    await expect(payload.text()).rejects.toThrow("disposed");
  });

  test("is not read as one string above the limit", async () => {
    await expect(payloadOf("12345").text(4)).rejects.toBeInstanceOf(PayloadTooLarge);
    expect(await payloadOf("12345").text(5)).toBe("12345");
  });

  test("that is given up frees its file", async () => {
    const writer = writePayload();
    await writer.write(Buffer.alloc(9_000_000, "x"));
    expect(openSpoolFiles()).toBe(1);
    await writer.write(Buffer.alloc(1000, "x"));
    await writer.discard();
    expect([openSpoolFiles(), payloadBytesInMemory()]).toEqual([0, 0]);
  });

  test("of a page's size stays in memory while all together have room, and leaves it", async () => {
    const page = Buffer.alloc(5_000_000, "x");
    const payloads = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const writer = writePayload();
        await writer.write(page);
        return writer.finish();
      }),
    );
    expect(openSpoolFiles()).toBe(16 - 13);
    expect(payloadBytesInMemory()).toBe(13 * page.byteLength);
    for (const payload of payloads) expect((await payload.text()).length).toBe(page.byteLength);
    await Promise.all(payloads.map((payload) => payload.dispose()));
    expect([openSpoolFiles(), payloadBytesInMemory()]).toEqual([0, 0]);
  });
});
