import fc from "fast-check";
import { expect, test } from "vitest";
import { documentName } from "./document-name";

test.each([
  ["invoice.pdf", "invoice.pdf"],
  ["Invoice 7.PDF", "Invoice 7.PDF"],
  ["C:\\Users\\Carl\\bill.pdf", "bill.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["setup.exe", "setup.exe.pdf"],
  ["", "document.pdf"],
  [".pdf", "document.pdf"],
  ["a\u202Efdp.exe\r\nSet-Cookie: x", "afdp.exeSet-Cookie x.pdf"],
  ["  Rechnung   Müller & Söhne.pdf ", "Rechnung Müller & Söhne.pdf"],
])("%j is kept as %j", (given, kept) => {
  expect(documentName(given, "application/pdf")).toBe(kept);
});

test("a picture has the ending of what it is", () => {
  expect(documentName("scan.pdf", "image/jpeg")).toBe("scan.pdf.jpg");
  expect(documentName("scan.JPEG", "image/jpeg")).toBe("scan.JPEG");
  expect(documentName("image", "image/png")).toBe("image.png");
});

test("whatever is sent, the name is short, plain, and cleaning it again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
      const name = documentName(given, "image/png");
      const isFine = [...name].length <= 120 && /^[^\p{Cc}/\\]+\.png$/iu.test(name);
      return isFine && documentName(name, "image/png") === name;
    }),
  );
});
