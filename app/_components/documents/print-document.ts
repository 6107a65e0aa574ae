import { openPdf } from "./open-pdf";

/** Paper shows about twice what a screen does. */
const SCALE = 2;

/** The pages of a PDF as pictures, by addresses in this browser. */
async function picturesOf(url: string): Promise<string[]> {
  const task = await openPdf(url);
  try {
    const pdf = await task.promise;
    const pictures: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: SCALE });
      const canvas = document.createElement("canvas");
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      await page.render({ canvas, viewport, intent: "print" }).promise;
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      if (blob) pictures.push(URL.createObjectURL(blob));
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}

/**
 * Prints a document and nothing else of the page: its pages as pictures in a frame that nobody sees. The
 * browser's own viewer of PDFs cannot be asked to print what our policy lets it show.
 */
export async function printDocument(url: string, contentType: string): Promise<void> {
  const pictures = contentType === "application/pdf" ? await picturesOf(url) : [url];
  const frame = document.createElement("iframe");
  frame.title = "What is printed";
  frame.style.cssText = "position:fixed;inset:auto;width:0;height:0;border:0;visibility:hidden";
  document.body.append(frame);
  const paper = frame.contentDocument;
  if (!paper || !frame.contentWindow) throw new Error("a frame has no document");
  const sheets = pictures.map((source) => {
    const sheet = paper.createElement("img");
    sheet.src = source;
    sheet.style.cssText = "display:block;width:100%;break-after:page";
    return sheet;
  });
  paper.body.style.margin = "0";
  paper.body.append(...sheets);
  await Promise.all(sheets.map((sheet) => sheet.decode()));
  const tidy = () => {
    for (const source of pictures) if (source.startsWith("blob:")) URL.revokeObjectURL(source);
    frame.remove();
  };
  frame.contentWindow.addEventListener("afterprint", tidy, { once: true });
  frame.contentWindow.print();
}
