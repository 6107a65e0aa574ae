"use client";

import { PanelRightClose } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/app/_ui/button";
import type { DocumentView } from "@/lib/bills/bill-documents";
import { ChooseFiles } from "./choose-files";
import { DocumentTabs } from "./document-tabs";
import { DocumentViewer } from "./document-viewer";
import { UploadList } from "./upload-list";
import type { Uploads } from "./use-uploads";

type DocumentPaneProps = {
  documents: readonly DocumentView[];
  uploads: Uploads;
  mayAdd: boolean;
  onRemove?: ((document: DocumentView) => void) | undefined;
  onHide: () => void;
};

/** The documents of a bill, one shown at a time, and files on their way. */
export function DocumentPane({ documents, uploads, mayAdd, onRemove, onHide }: DocumentPaneProps) {
  const panelId = useId();
  const [chosen, choose] = useState<string>();
  const shown = documents.find(({ id }) => id === chosen) ?? documents[0];
  return (
    <section
      aria-label="Documents"
      className="flex h-full min-h-0 flex-col overflow-hidden rounded-lg border border-line bg-surface"
    >
      <header className="flex items-center gap-2 border-line border-b px-3 py-1.5">
        <h2 className="min-w-0 flex-1 truncate font-semibold text-ink text-sm" title={shown?.name}>
          {documents.length === 1 ? shown?.name : "Documents"}
        </h2>
        {mayAdd ? <ChooseFiles label="Add" onFiles={uploads.add} /> : null}
        <Button size="icon" variant="ghost" aria-label="Hide the documents" onClick={onHide}>
          <PanelRightClose aria-hidden="true" />
        </Button>
      </header>
      {documents.length > 1 ? (
        <DocumentTabs documents={documents} shown={shown?.id ?? ""} panelId={panelId} onShow={choose} />
      ) : null}
      <UploadList {...uploads} />
      {shown ? (
        <div id={panelId} role="tabpanel" aria-label={shown.name} className="flex min-h-0 flex-1 flex-col">
          <DocumentViewer
            key={shown.id}
            document={shown}
            onRemove={onRemove ? () => onRemove(shown) : undefined}
          />
        </div>
      ) : null}
    </section>
  );
}
