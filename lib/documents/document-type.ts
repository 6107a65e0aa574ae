import { open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { AppError } from "@/lib/core/errors";
import { type DocumentType, ENDINGS } from "./document-name";

/** As far into a file as readers of PDF look for its first mark. */
const PDF_HEAD = 1024;

async function startsAsPdf(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PDF_HEAD), 0, PDF_HEAD, 0);
    return buffer.subarray(0, bytesRead).includes("%PDF-");
  } finally {
    await file.close();
  }
}

/**
 * What a file is by its content, whatever its name says. Throws "file-refused" for anything but a PDF, a PNG
 * or a JPEG.
 */
export async function documentType(path: string): Promise<DocumentType> {
  const found = await fileTypeFromFile(path);
  if (found && Object.hasOwn(ENDINGS, found.mime)) return found.mime as DocumentType;
  // Illustrator writes PDFs that carry its own file as well, and some programs a few bytes before the mark.
  if ((!found || found.ext === "ai") && (await startsAsPdf(path))) return "application/pdf";
  throw new AppError("file-refused", {
    message: `A document is a PDF, a PNG or a JPEG${found ? `; this file is ${found.ext.toUpperCase()} inside` : ""}.`,
  });
}
