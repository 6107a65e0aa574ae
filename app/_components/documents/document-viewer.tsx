"use client";

import type { DocumentView } from "@/lib/bills/bill-documents";
import { DocumentActions, documentUrl } from "./document-actions";
import { ImageView } from "./image-view";
import { PdfView } from "./pdf-view";
import { useView } from "./use-view";

type DocumentViewerProps = { document: DocumentView; onRemove?: (() => void) | undefined };

/** One document with its bar. Give it the document's id as its key: another begins unzoomed. */
export function DocumentViewer({ document, onRemove }: DocumentViewerProps) {
  const view = useView();
  const Kind = document.contentType === "application/pdf" ? PdfView : ImageView;
  return (
    <Kind
      url={documentUrl(document.id)}
      name={document.name}
      view={view}
      actions={<DocumentActions document={document} onRemove={onRemove} />}
    />
  );
}
