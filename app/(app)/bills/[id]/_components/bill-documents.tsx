"use client";

import { type ReactNode, useState } from "react";
import { BesideDocuments } from "@/app/_components/documents/beside-documents";
import { useUploads } from "@/app/_components/documents/use-uploads";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { toast } from "@/app/_ui/toast";
import type { DocumentView } from "@/lib/bills/bill-documents";
import { putOnBill, takeOffBill } from "../../document-actions";

type BillDocumentsProps = {
  billId: string;
  documents: DocumentView[];
  mayChange: boolean;
  isInApproval: boolean;
  /** The largest document that the server takes. */
  megabytes: number;
  children: ReactNode;
};

/** The bill beside its documents. What is dropped here is on the bill at once. */
export function BillDocuments(props: BillDocumentsProps) {
  const { billId, documents, mayChange, isInApproval } = props;
  const [leaving, setLeaving] = useState<DocumentView>();
  const uploads = useUploads(props.megabytes, async (sent) => {
    const outcome = await putOnBill({ billId, documentIds: sent.map(({ id }) => id) });
    if (outcome.ok) toast.success(sent.length === 1 ? "Document added" : `${sent.length} documents added`);
    else toast.error("It is not on the bill", { description: outcome.error ?? "" });
  });
  return (
    <BesideDocuments
      documents={documents}
      uploads={uploads}
      mayAdd={mayChange}
      onRemove={mayChange ? setLeaving : undefined}
    >
      {props.children}
      <ConfirmDialog
        open={leaving !== undefined}
        onOpenChange={(open) => (open ? undefined : setLeaving(undefined))}
        title="Take the document off the bill?"
        description={
          isInApproval
            ? `${leaving?.name ?? ""}. The bill was sent to its approvers with it: they may be asked again. The history keeps the document.`
            : `${leaving?.name ?? ""}. The history keeps the document.`
        }
        confirmLabel="Take it off"
        tone="danger"
        onConfirm={async () => {
          const outcome = await takeOffBill({ documentId: leaving?.id ?? "" });
          if (outcome.ok) return undefined;
          toast.error("It stays on the bill", { description: outcome.error ?? "" });
          return false;
        }}
      />
    </BesideDocuments>
  );
}
