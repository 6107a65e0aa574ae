import { expect, test } from "vitest";
import { decodeText, isWorkbook } from "./decode-text";

const bytes = (...values: number[]) => new Uint8Array(values);

test.each<[string, Uint8Array, string]>([
  ["UTF-8", new TextEncoder().encode("Café – Łódź"), "Café – Łódź"],
  ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, 0x41, 0xc3, 0xa9), "Aé"],
  ["Windows-1252", bytes(0x43, 0x61, 0x66, 0xe9, 0x20, 0x96, 0x20, 0x80), "Café – €"],
  ["UTF-16, as Excel's Unicode text", bytes(0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00), "Aé"],
  ["UTF-16 the other way round", bytes(0xfe, 0xff, 0x00, 0x41, 0x00, 0xe9), "Aé"],
])("a file in %s is read", (_encoding, given, text) => {
  expect(decodeText(given)).toBe(text);
});

test("a workbook is told from a text", () => {
  expect(isWorkbook(bytes(0x50, 0x4b, 0x03, 0x04, 0x14))).toBe(true);
  expect(isWorkbook(bytes(0xd0, 0xcf, 0x11, 0xe0))).toBe(true);
  expect(isWorkbook(new TextEncoder().encode("PKZ,Amount"))).toBe(false);
});
