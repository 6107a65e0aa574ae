"use client";

import type { PDFDocumentProxy } from "pdfjs-dist";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Alert } from "@/app/_ui/alert";
import { Skeleton } from "@/app/_ui/skeleton";
import { DocumentScroller } from "./document-scroller";
import { openPdf } from "./open-pdf";
import { PdfPage } from "./pdf-page";
import { usePinch } from "./use-pinch";
import type { View } from "./use-view";
import { useWidth } from "./use-width";
import { ViewBar } from "./view-bar";

type PdfViewProps = { url: string; name: string; view: View; actions: React.ReactNode };

type Opened = { pdf: PDFDocumentProxy; first: { width: number; height: number } };

/** A PDF, all pages under one another. */
export function PdfView({ url, name, view, actions }: PdfViewProps) {
  const scroller = useRef<HTMLElement>(null);
  const width = useWidth(scroller);
  const [opened, setOpened] = useState<Opened>();
  const [isBroken, setBroken] = useState(false);
  const [current, setCurrent] = useState(1);
  usePinch(scroller, view.zoomBy);

  useEffect(() => {
    let isOver = false;
    const task = openPdf(url);
    const open = async () => {
      const pdf = await (await task).promise;
      const { width: across, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
      if (!isOver) setOpened({ pdf, first: { width: across, height } });
    };
    open().catch(() => {
      if (!isOver) setBroken(true);
    });
    return () => {
      isOver = true;
      void task.then((reading) => reading.destroy());
    };
  }, [url]);

  const count = opened?.pdf.numPages ?? 0;
  const pages = () => [...(scroller.current?.querySelectorAll<HTMLElement>("[data-page]") ?? [])];
  const goTo = (number: number) => {
    const target = pages()[Math.min(Math.max(number, 1), count) - 1];
    if (target && scroller.current) scroller.current.scrollTop = target.offsetTop;
  };
  const onScroll = () => {
    const middle = (scroller.current?.scrollTop ?? 0) + (scroller.current?.clientHeight ?? 0) / 2;
    setCurrent(Math.max(1, pages().filter((page) => page.offsetTop <= middle).length));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (view.onKeyDown(event)) return;
    const step = { PageDown: 1, PageUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    goTo(current + step);
  };

  return (
    <>
      <ViewBar
        view={view}
        pages={count > 0 ? { current, count, goTo } : undefined}
        onKeyDown={onKeyDown}
        actions={actions}
      />
      <DocumentScroller
        ref={scroller}
        label={`${name}${count > 0 ? `, ${count} ${count === 1 ? "page" : "pages"}` : ""}`}
        isBusy={!opened && !isBroken}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        {isBroken ? (
          <Alert tone="red" title="The document cannot be shown" live>
            Download it to open it with another program.
          </Alert>
        ) : opened && width > 0 ? (
          <div className="flex w-max min-w-full flex-col items-center gap-3">
            {Array.from({ length: count }, (_, index) => index + 1).map((number) => (
              <PdfPage
                key={number}
                pdf={opened.pdf}
                number={number}
                width={Math.round(width * view.zoom)}
                rotation={view.rotation}
                guess={opened.first}
                scroller={scroller}
              />
            ))}
          </div>
        ) : (
          <div role="status" className="h-full">
            <span className="sr-only">Opening {name}</span>
            <Skeleton className="h-full min-h-96 w-full" />
          </div>
        )}
      </DocumentScroller>
    </>
  );
}
