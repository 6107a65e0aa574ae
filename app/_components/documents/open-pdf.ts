import type { PDFDocumentLoadingTask } from "pdfjs-dist";

/** The library of the viewer, a megabyte: loaded when the first PDF is shown. */
export const loadPdfjs = () => import("pdfjs-dist/legacy/build/pdf.mjs");

/** Begins to read a PDF. Its worker, and the fonts and tables that a PDF may leave out, come from this server. */
export async function openPdf(url: string): Promise<PDFDocumentLoadingTask> {
  const pdfjs = await loadPdfjs();
  const files = `/api/pdfjs/${pdfjs.version}`;
  pdfjs.GlobalWorkerOptions.workerSrc = `${files}/legacy/build/pdf.worker.min.mjs`;
  return pdfjs.getDocument({
    url,
    ...{ cMapUrl: `${files}/cmaps/`, standardFontDataUrl: `${files}/standard_fonts/` },
    ...{ wasmUrl: `${files}/wasm/`, iccUrl: `${files}/iccs/` },
    ...{ isEvalSupported: false, enableXfa: false },
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
}
