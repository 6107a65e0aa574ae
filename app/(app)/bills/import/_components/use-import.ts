"use client";

import { useState, useTransition } from "react";
import { refusalOf } from "@/app/_actions/refusal-of";
import { decodeText, isWorkbook, MOST_BYTES } from "@/lib/import/decode-text";
import type { ImportPreview, PreviewBill } from "@/lib/import/preview-import";
import { enterBills, readFile } from "../actions";

type Shown =
  | { kind: "refused"; name: string; reasons: string[] }
  | { kind: "preview"; name: string; text: string; preview: ImportPreview; ticked: readonly PreviewBill[] }
  | { kind: "entered"; name: string; count: number };

/** A file from the moment it is chosen until its bills are entered. */
export function useImport(connectionId: string) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [reading, startReading] = useTransition();
  const [entering, startEntering] = useTransition();

  const read = async (name: string, text: string): Promise<void> => {
    const { ok, result, fields, error: why } = await readFile({ connectionId, text });
    if (ok && result) return setShown({ kind: "preview", name, text, preview: result, ticked: [] });
    const reasons = Object.values(fields).flat();
    setShown({ kind: "refused", name, reasons: reasons.length > 0 ? reasons : [why ?? ""] });
  };

  const choose = (file: File) => {
    setError(null);
    startReading(async () => {
      const refuse = (reason: string) => setShown({ kind: "refused", name: file.name, reasons: [reason] });
      if (file.size > MOST_BYTES * 2) return refuse("The file is too large. Split it.");
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (isWorkbook(bytes))
        return refuse("This is an Excel workbook. In Excel, save it as “CSV UTF-8” and choose that file.");
      const text = decodeText(bytes);
      // It travels as UTF-8.
      if (new TextEncoder().encode(text).length > MOST_BYTES)
        return refuse("The file is too large. Split it.");
      await read(file.name, text);
    });
  };

  /** A bill that is held back is to be entered all the same, or is not any more. */
  const tick = (bill: PreviewBill) => {
    if (shown?.kind !== "preview") return;
    const others = shown.ticked.filter((each) => each !== bill);
    setShown({ ...shown, ticked: others.length < shown.ticked.length ? others : [...others, bill] });
  };

  const enter = () => {
    if (shown?.kind !== "preview") return;
    const { name, text, preview } = shown;
    const ticked = shown.ticked.map(({ rows: [row = 0], repeats }) => ({
      row,
      entered: repeats?.entered ?? 0,
    }));
    setError(null);
    startEntering(async () => {
      const outcome = await enterBills({
        ...{ connectionId, text, fileName: name.slice(0, 200), expected: preview.ready, ticked },
      });
      const { ok, result } = outcome;
      if (ok && result) return setShown({ kind: "entered", name, count: result.entered });
      if (outcome.code === "conflict") {
        setError("Somebody changed the lists or entered bills meanwhile. This is how the file stands now.");
        return read(name, text);
      }
      setError(refusalOf(outcome) ?? null);
    });
  };

  const startOver = () => {
    setShown(null);
    setError(null);
  };

  return { shown, error, reading, entering, choose, tick, enter, startOver };
}
