import { readFile } from "node:fs/promises";
import { AppError } from "@/lib/core/errors";

/** A PDF whose table of contents takes longer than this was made to take long. */
const OPENS_WITHIN_MS = 20_000;

const refusal = (message: string, cause: unknown) => new AppError("file-refused", { message, cause });

/**
 * Opens a PDF as its readers will. Throws "file-refused" when it needs a password, or is too broken to show a
 * page. One that is encrypted without a password opens, and is taken.
 */
export async function checkPdf(path: string): Promise<void> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = pdfjs.getDocument({
    data: new Uint8Array(await readFile(path)),
    ...{ isEvalSupported: false, useSystemFonts: false, disableFontFace: true, useWasm: false },
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  const timer = setTimeout(() => void task.destroy(), OPENS_WITHIN_MS);
  try {
    const pdf = await task.promise;
    await pdf.getPage(1);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw isLocked
      ? refusal("This PDF asks for a password. Print it to a PDF without one, and add that.", error)
      : refusal("This PDF is damaged and does not open.", error);
  } finally {
    clearTimeout(timer);
    await task.destroy();
  }
}
