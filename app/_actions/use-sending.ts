"use client";

import { useState, useTransition } from "react";
import type { FormState } from "./form-state";

export type Failure = Pick<FormState, "error" | "code" | "fields">;

/**
 * Sends a window's input to an action, one sending at a time, and keeps what was wrong with it; what was
 * done is handed on.
 */
export function useSending<Input, Result>(
  act: (input: Input) => Promise<FormState<Result>>,
  onDone: (result: Result) => void,
) {
  const [failure, setFailure] = useState<Failure>({ fields: {} });
  const [pending, start] = useTransition();
  const send = (input: Input) => {
    if (pending) return;
    start(async () => {
      const { ok, result, error, code, fields } = await act(input);
      // What was done always has a result, though for some commands it is nothing.
      if (ok) onDone(result as Result);
      else setFailure({ fields, ...(error ? { error } : {}), ...(code ? { code } : {}) });
    });
  };
  return { failure, pending, send };
}
