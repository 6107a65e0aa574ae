"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { BesideDocuments } from "@/app/_components/documents/beside-documents";
import { useUploads } from "@/app/_components/documents/use-uploads";
import { LeaveGuard } from "@/app/_components/leave-guard";
import { ActionBar } from "@/app/_ui/action-bar";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Kbd } from "@/app/_ui/kbd";
import { Link } from "@/app/_ui/link";
import { toast } from "@/app/_ui/toast";
import type { BillState } from "@/lib/bills/bill-states";
import type { CheckResult } from "@/lib/bills/check-result";
import type { PickLists } from "@/lib/ledger/ledger-views";
import { BillHeaderFields } from "./bill-header-fields";
import type { FormBill } from "./form-bill";
import { FormChecks } from "./form-checks";
import { LineEditor } from "./line-editor";
import { handleEnter, handleLineKey } from "./line-keys";
import type { MayCreate } from "./may-create";
import { useBillForm } from "./use-bill-form";

type BillFormProps = {
  billId: string | null;
  /** The version that is edited; a change made meanwhile is told, not overwritten. */
  version: number | null;
  state: BillState;
  connectionId: string;
  initial: FormBill;
  lists: PickLists;
  usesClasses: boolean;
  mayCreate: MayCreate;
  oldTerms: { id: string; name: string } | null;
  /** The largest document that the server takes. */
  documentMegabytes: number;
  /** What the checks say of the field that one came to correct. */
  said?: readonly CheckResult[];
};

const CHANGED = { "bill-changed": true, conflict: true } as const;

/** Enters a bill or changes one. Ctrl Enter saves, Ctrl Shift Enter saves and submits. */
export function BillForm(props: BillFormProps) {
  const { billId, version, connectionId, lists, state } = props;
  const frame = useRef<HTMLFormElement>(null);
  const form = useBillForm({ billId, version, connectionId }, props.initial, lists.terms, frame, props.said);
  const { failure, pending, sending } = form;
  useEffect(() => {
    // A new bill is begun by typing; on a phone that would bring up the keyboard unasked.
    if (billId === null && matchMedia("(hover: hover)").matches)
      frame.current?.querySelector("input")?.focus();
  }, [billId]);
  const uploads = useUploads(props.documentMegabytes, (sent) =>
    form.changeDocuments((before) => [...before, ...sent]),
  );
  const save = (how: "draft" | "submit") =>
    uploads.isSending
      ? toast.info("The documents are still on their way", {
          description: "Save again when they have arrived.",
        })
      : form.save(how);
  const wasChanged = failure.code !== undefined && failure.code in CHANGED;
  const count = Object.keys(failure.fields).length;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      // What is in approval is submitted again or left alone: there is no draft of it.
      save(event.shiftKey || state === "in_approval" ? "submit" : "draft");
    } else handleEnter(event, form);
  };

  return (
    <BesideDocuments
      mayAdd
      documents={form.bill.documents}
      uploads={uploads}
      onRemove={({ id }) => form.changeDocuments((before) => before.filter((each) => each.id !== id))}
    >
      <form
        ref={frame}
        noValidate
        aria-label="Bill"
        onKeyDownCapture={(event) => handleLineKey(event, form)}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          save("draft");
        }}
        className="flex flex-col gap-4"
      >
        <LeaveGuard active={(form.isDirty || uploads.isSending) && !pending} />
        {failure.error ? (
          <Alert
            tone="red"
            live
            title={failure.error}
            {...(wasChanged && billId
              ? {
                  action: (
                    <Button asChild size="sm">
                      <a href={`/bills/${billId}/edit`}>Reload the bill</a>
                    </Button>
                  ),
                }
              : {})}
          >
            {wasChanged
              ? "Nothing was saved. What you have entered here is lost when you reload."
              : count > 0
                ? `${count === 1 ? "One field needs" : `${count} fields need`} another look.`
                : "Nothing was saved."}
          </Alert>
        ) : null}
        <BillHeaderFields
          form={form}
          connectionId={connectionId}
          lists={lists}
          mayCreate={props.mayCreate}
          oldTerms={props.oldTerms}
        />
        <LineEditor
          form={form}
          connectionId={connectionId}
          lists={lists}
          usesClasses={props.usesClasses}
          mayCreate={props.mayCreate}
        />
        <FormChecks form={form} saved={{ billId, version, connectionId }} />
        <ActionBar label="Save the bill" className="md:justify-end">
          <Button asChild variant="ghost" className="max-md:hidden">
            <Link href={billId ? `/bills/${billId}` : "/inbox"}>Cancel</Link>
          </Button>
          {state === "in_approval" ? null : (
            <Button
              type="submit"
              aria-label="Save draft"
              aria-keyshortcuts="Control+Enter"
              pending={pending && sending === "draft"}
            >
              Save draft
              <Kbd className="max-md:hidden">Ctrl Enter</Kbd>
            </Button>
          )}
          <Button
            variant="primary"
            aria-label="Save and submit"
            aria-keyshortcuts="Control+Shift+Enter"
            pending={pending && sending === "submit"}
            onClick={() => save("submit")}
          >
            Save and submit
            <Kbd className="border-on-solid/25 bg-transparent text-on-solid max-md:hidden">
              Ctrl Shift Enter
            </Kbd>
          </Button>
        </ActionBar>
      </form>
    </BesideDocuments>
  );
}
