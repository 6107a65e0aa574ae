"use client";

import type { PDFDocumentProxy, PDFPageProxy, RenderTask, TextLayer } from "pdfjs-dist";
import { type RefObject, useEffect, useRef, useState } from "react";
import { loadPdfjs } from "./open-pdf";
import "./pdf-page.css";

/** Browsers give up drawing on a canvas that is larger; beyond it the page is drawn coarser. */
const MOST_PIXELS = 16_000_000;
/** Pages this near to what is seen are drawn ahead. */
const AHEAD = "600px";

interface Size {
  width: number;
  height: number;
}

type PdfPageProps = {
  pdf: PDFDocumentProxy;
  number: number;
  /** In CSS pixels, of the page as it stands (rotated or not). */
  width: number;
  rotation: number;
  /** What the first page measures: the best guess until this one is read. */
  guess: Size;
  scroller: RefObject<HTMLElement | null>;
};

const turned = ({ width, height }: Size, rotation: number): Size =>
  rotation % 180 === 0 ? { width, height } : { width: height, height: width };

/** One page: drawn when it comes near, with its text over it for the mouse and for screen readers. */
export function PdfPage({ pdf, number, width, rotation, guess, scroller }: PdfPageProps) {
  const frame = useRef<HTMLElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(number === 1);
  const [page, setPage] = useState<PDFPageProxy>();
  const natural = page ? page.getViewport({ scale: 1 }) : guess;
  const size = turned(natural, rotation);
  const scale = width / size.width;

  useEffect(() => {
    if (!frame.current) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      ...{ root: scroller.current, rootMargin: AHEAD },
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [scroller]);

  useEffect(() => {
    let isOver = false;
    if (isNear) void pdf.getPage(number).then((loaded) => !isOver && setPage(loaded));
    return () => {
      isOver = true;
    };
  }, [isNear, pdf, number]);

  useEffect(() => {
    if (!isNear || !page || width <= 0) return;
    let isOver = false;
    let drawing: RenderTask | undefined;
    let words: TextLayer | undefined;
    const draw = async () => {
      const pdfjs = await loadPdfjs();
      if (isOver || !text.current) return;
      const viewport = page.getViewport({ scale, rotation: (page.rotate + rotation) % 360 });
      const wanted = window.devicePixelRatio || 1;
      const fine = Math.min(wanted, Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)));
      const sheet = document.createElement("canvas");
      sheet.width = Math.floor(viewport.width * fine);
      sheet.height = Math.floor(viewport.height * fine);
      sheet.className = "block size-full";
      drawing = page.render({ canvas: sheet, viewport, transform: [fine, 0, 0, fine, 0, 0] });
      await drawing.promise;
      if (isOver || !text.current) return;
      // The old drawing stays until the new one is there: nothing flickers while one zooms.
      canvas.current?.replaceChildren(sheet);
      text.current.replaceChildren();
      words = new pdfjs.TextLayer({
        textContentSource: page.streamTextContent(),
        container: text.current,
        viewport,
      });
      await words.render();
    };
    draw().catch((error: unknown) => {
      // A drawing that is overtaken by the next is cancelled, and says so.
      if (!isOver) throw error;
    });
    return () => {
      isOver = true;
      drawing?.cancel();
      words?.cancel();
    };
  }, [isNear, page, width, scale, rotation]);

  return (
    <section
      ref={frame}
      aria-label={`Page ${number}`}
      data-page={number}
      className="relative shrink-0 bg-white shadow-overlay"
      style={{ width, height: Math.round(size.height * scale) }}
    >
      <div ref={canvas} aria-hidden="true" className="absolute inset-0" />
      <div ref={text} className="pdf-text" style={{ "--total-scale-factor": scale } as React.CSSProperties} />
    </section>
  );
}
