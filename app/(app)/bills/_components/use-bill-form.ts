"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useRef, useState, useTransition } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { toast } from "@/app/_ui/toast";
import type { DocumentView } from "@/lib/bills/bill-documents";
import type { CheckResult } from "@/lib/bills/check-result";
import { dueDate } from "@/lib/ledger/due-date";
import type { TermsOption } from "@/lib/ledger/ledger-views";
import { saveAndSubmit, saveDraft } from "../actions";
import {
  type FormBill,
  type FormLine,
  inputOf,
  isBlank,
  newLine,
  sentLines,
  withFollowing,
} from "./form-bill";
import { useRememberedCoding } from "./use-remembered-coding";

interface Opened {
  billId: string | null;
  version: number | null;
  connectionId: string;
}

type Failure = Pick<FormState, "error" | "code"> & { fields: Record<string, string[]> };

/** The server counts the lines it was sent; the form tells them apart by key. */
function fieldsByKey(fields: Record<string, string[]>, lines: readonly FormLine[]): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, messages]) => {
      const [, index, field] = /^lines\.(\d+)\.(.+)$/.exec(path) ?? [];
      const line = index === undefined ? undefined : lines[Number(index)];
      // Beside the line's own field, "Line 2: " would say what the eye sees.
      return line
        ? [
            `${line.key}.${field}`,
            messages.map((text) =>
              text.replace(/^Line \d+: (.)/, (_all, first: string) => first.toUpperCase()),
            ),
          ]
        : [path, messages];
    }),
  );
}

/** State of the bill form: what is typed, what the server said of it, whether it would be lost. */
export function useBillForm(
  given: Opened,
  initial: FormBill,
  terms: readonly TermsOption[],
  form: RefObject<HTMLFormElement | null>,
  /** What the checks said of the field that one came for: it is shown there, and the field focused. */
  said: readonly CheckResult[] = [],
) {
  const router = useRouter();
  // As it was when the form was opened: a page drawn anew meanwhile must not make an old form look current.
  const [opened] = useState(given);
  const [bill, setBill] = useState(initial);
  const [failure, setFailure] = useState<Failure>(() => ({
    fields: fieldsByKey(
      Object.fromEntries(said.map(({ field, message }) => [field, [message]])),
      initial.lines,
    ),
  }));
  const [isDirty, setDirty] = useState(false);
  const [pending, start] = useTransition();
  const [sending, setSending] = useState<"draft" | "submit" | null>(null);
  const focusWanted = useRef<string | null>(null);

  useEffect(() => {
    if (Object.keys(failure.fields).length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failure, form]);
  useEffect(() => {
    if (!focusWanted.current) return;
    form.current?.querySelector<HTMLElement>(`[data-line="${focusWanted.current}"] input`)?.focus();
    focusWanted.current = null;
  });

  const change = (next: Partial<FormBill>) => {
    setDirty(true);
    setBill((before) => {
      const changed = { ...before, ...next };
      const after = "amount" in next ? withFollowing(changed) : changed;
      if (!("termsId" in next || "billDate" in next)) return after;
      const chosen = terms.find(({ id }) => id === after.termsId);
      const due = chosen && dueDate(after.billDate, chosen);
      return due ? { ...after, dueDate: due } : after;
    });
  };
  const changeDocuments = (next: (before: DocumentView[]) => DocumentView[]) => {
    setDirty(true);
    setBill((before) => ({ ...before, documents: next(before.documents) }));
  };
  const changeLine = (key: string, next: (line: FormLine, bill: FormBill) => FormLine) => {
    setDirty(true);
    setBill((before) => ({
      ...before,
      lines: before.lines.map((line) =>
        line.key === key ? { ...next(line, before), isProposed: false } : line,
      ),
    }));
  };
  const coding = useRememberedCoding(opened, bill, change);
  const putLines = (lines: FormLine[], focused?: FormLine) => {
    focusWanted.current = focused?.key ?? null;
    change({ lines });
  };
  const addLine = (kind: FormLine["kind"]) => {
    const line = newLine(kind);
    putLines([...bill.lines, line], line);
  };
  const removeLine = (key: string) => {
    const at = bill.lines.findIndex((line) => line.key === key);
    const removed = bill.lines[at];
    if (!removed) return;
    const lines = bill.lines.filter((line) => line !== removed);
    putLines(lines, lines[at] ?? lines[at - 1]);
    if (isBlank(removed)) return;
    toast.info(`Line ${at + 1} was removed`, {
      action: {
        label: "Put it back",
        onClick: () => setBill((before) => ({ ...before, lines: before.lines.toSpliced(at, 0, removed) })),
      },
    });
  };
  const duplicateLine = (key: string) => {
    const at = bill.lines.findIndex((line) => line.key === key);
    const line = bill.lines[at];
    if (!line) return;
    const { key: ownKey, id } = newLine(line.kind);
    const copy = { ...line, key: ownKey, id, isProposed: false };
    putLines(bill.lines.toSpliced(at + 1, 0, copy), copy);
  };
  /** By one place; the cursor stays in its field, which moves along. */
  const moveLine = (key: string, by: 1 | -1) => {
    const at = bill.lines.findIndex((line) => line.key === key);
    const [line, other] = [bill.lines[at], bill.lines[at + by]];
    if (line && other) change({ lines: bill.lines.with(at, other).with(at + by, line) });
  };

  const save = (how: "draft" | "submit") => {
    if (pending) return;
    setSending(how);
    start(async () => {
      const lines = sentLines(bill);
      const outcome = await (how === "draft" ? saveDraft : saveAndSubmit)(inputOf(bill, opened));
      if (outcome.ok && outcome.result) {
        setDirty(false);
        toast.success(how === "draft" ? "Saved" : "Submitted for approval");
        router.push(`/bills/${outcome.result.billId}`);
        return;
      }
      const { error, code } = outcome;
      setFailure({
        fields: fieldsByKey(outcome.fields, lines),
        ...(error ? { error } : {}),
        ...(code ? { code } : {}),
      });
    });
  };

  return {
    ...{ bill, failure, isDirty, pending, sending },
    ...{ change, changeDocuments, changeLine, addLine, removeLine, duplicateLine, moveLine, save },
    coding,
  };
}

export type BillFormState = ReturnType<typeof useBillForm>;
