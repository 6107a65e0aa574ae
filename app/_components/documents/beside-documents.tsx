"use client";

import { Files, Upload } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/app/_ui/button";
import { TextLink } from "@/app/_ui/text-link";
import type { DocumentView } from "@/lib/bills/bill-documents";
import { ChooseFiles } from "./choose-files";
import { DocumentPane } from "./document-pane";
import { useDroppedFiles } from "./use-dropped-files";
import type { Uploads } from "./use-uploads";

type BesideDocumentsProps = {
  documents: readonly DocumentView[];
  uploads: Uploads;
  mayAdd: boolean;
  onRemove?: ((document: DocumentView) => void) | undefined;
  children: ReactNode;
};

/**
 * A bill with its documents beside it where there is room, below it elsewhere. Files may be dropped anywhere on
 * the page or pasted. What stands beside is a container: it lays itself out by the room that is left.
 */
export function BesideDocuments({ documents, uploads, mayAdd, onRemove, children }: BesideDocumentsProps) {
  const [isHidden, setHidden] = useState(false);
  const isOver = useDroppedFiles(mayAdd, (files) => {
    setHidden(false);
    uploads.add(files);
  });
  const isEmpty = documents.length === 0 && uploads.uploads.length === 0;
  return (
    <div className="flex gap-4 max-[68.75rem]:flex-col">
      {isOver ? (
        <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-xl border-2 border-accent border-dashed bg-accent-soft/80">
          <p className="rounded-lg bg-raised px-4 py-3 font-medium text-base text-ink shadow-overlay">
            Drop the documents of this bill
          </p>
        </div>
      ) : null}
      <div className="min-w-0 flex-1 min-[68.75rem]:@container">
        {isEmpty && mayAdd ? (
          <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-line-control border-dashed bg-surface px-3 py-2">
            <Upload aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
            <p className="min-w-0 flex-1 text-ink-muted text-sm">
              <span className="max-md:hidden">
                Drop the invoice anywhere on this page, or paste it. PDF, PNG or JPEG.
              </span>
              <span className="md:hidden">The invoice: PDF, PNG or JPEG</span>
            </p>
            <ChooseFiles label="Add document" onFiles={uploads.add} />
          </div>
        ) : null}
        {isEmpty || isHidden ? null : (
          <p className="mb-3 min-[68.75rem]:hidden">
            <TextLink href="#documents">
              {documents.length === 1 ? "The document is below" : "The documents are below"}
            </TextLink>
          </p>
        )}
        {!isEmpty && isHidden ? (
          <Button className="mb-4" onClick={() => setHidden(false)}>
            <Files aria-hidden="true" />
            {documents.length === 1 ? "Show the document" : `Show the ${documents.length} documents`}
          </Button>
        ) : null}
        {children}
      </div>
      {isEmpty || isHidden ? null : (
        <div
          id="documents"
          className="min-w-0 scroll-mt-16 max-md:mb-14 max-[68.75rem]:h-[80dvh] min-[68.75rem]:sticky min-[68.75rem]:top-4 min-[68.75rem]:h-[calc(100dvh-2rem)] min-[68.75rem]:w-[46%]"
        >
          <DocumentPane
            documents={documents}
            uploads={uploads}
            mayAdd={mayAdd}
            onRemove={onRemove}
            onHide={() => setHidden(true)}
          />
        </div>
      )}
    </div>
  );
}
