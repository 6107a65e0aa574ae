import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";

/** A PDF with a page for each text. With a password it opens for nobody without it; "" encrypts for everybody. */
export function pdfOf(pages: readonly string[], password?: { user: string }): Promise<Buffer> {
  const pdf = new PDFDocument({
    ...{ autoFirstPage: false, size: "LETTER" },
    ...(password ? { userPassword: password.user, ownerPassword: "the owner's" } : {}),
  });
  for (const text of pages) pdf.addPage().fontSize(24).text(text);
  pdf.end();
  return buffer(pdf);
}

/** One white dot. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4////fwAJ+wP9CNHoHgAAAABJRU5ErkJggg==",
  "base64",
);

/** As a JPEG begins: no more is looked at. */
export const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]),
  Buffer.from("JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1"),
  Buffer.from([0xff, 0xd9]),
]);

/** As a program for Windows begins. */
export const EXE = Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"), Buffer.alloc(4096)]);
