import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";

/** What the viewer of PDFs loads when it needs it: its worker, and the tables and fonts that a PDF may leave out. */
const OURS = /^(legacy\/build\/pdf\.worker\.min\.mjs|(cmaps|standard_fonts|wasm|iccs)\/[\w-]+\.\w+)$/;

const TYPES: Record<string, string> = {
  ".mjs": "text/javascript",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

/** A file of the viewer by its path in the package; undefined where it has none for browsers. */
export async function findViewerFile(
  path: string,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | undefined> {
  if (!OURS.test(path)) return undefined;
  try {
    const bytes = await readFile(join(process.cwd(), "node_modules", "pdfjs-dist", path));
    return { bytes: new Uint8Array(bytes), type: TYPES[extname(path)] ?? "application/octet-stream" };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
