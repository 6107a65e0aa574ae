"use client";

import { Download, MoreHorizontal, Printer, Trash2 } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/app/_ui/menu";
import { toast } from "@/app/_ui/toast";
import type { DocumentView } from "@/lib/bills/bill-documents";
import { printDocument } from "./print-document";

/** Where a document is read. */
export const documentUrl = (id: string): string => `/api/documents/${id}`;

/** What can be done with the document that is shown. */
export function DocumentActions({
  document,
  onRemove,
}: {
  document: DocumentView;
  onRemove?: (() => void) | undefined;
}) {
  const print = () =>
    printDocument(documentUrl(document.id), document.contentType).catch(() =>
      toast.error("It cannot be printed", { description: "Download it and print it from another program." }),
    );
  return (
    <Menu
      align="end"
      trigger={
        <Button size="icon" variant="ghost" aria-label={`Print, download${onRemove ? ", remove" : ""}`}>
          <MoreHorizontal aria-hidden="true" />
        </Button>
      }
    >
      <MenuItem icon={<Printer />} onSelect={() => void print()}>
        Print
      </MenuItem>
      <MenuItem
        icon={<Download />}
        onSelect={() => window.location.assign(`${documentUrl(document.id)}?download`)}
      >
        Download
      </MenuItem>
      {onRemove ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} tone="danger" onSelect={onRemove}>
            Take it off the bill
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
