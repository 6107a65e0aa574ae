"use client";

import { useState, useTransition } from "react";
import type { FormState } from "@/app/_actions/form-state";

type Failure = Pick<FormState, "error" | "code" | "fields">;

/** Sends a dialog's input and keeps what was wrong with it; what was created is handed on. */
export function useNewEntry<Input, Result>(
  create: (input: Input) => Promise<FormState<Result>>,
  onCreated: (result: Result) => void,
) {
  const [failure, setFailure] = useState<Failure>({ fields: {} });
  const [pending, start] = useTransition();
  const send = (input: Input) => {
    if (pending) return;
    start(async () => {
      const { ok, result, error, code, fields } = await create(input);
      if (ok && result !== undefined) onCreated(result);
      else setFailure({ fields, ...(error ? { error } : {}), ...(code ? { code } : {}) });
    });
  };
  return { failure, pending, send };
}
