import type { ErrorCode } from "@/lib/core/errors";

/** What a form knows after it was sent; the first state of useActionState is `UNSENT`. */
export interface FormState<Result = unknown> {
  /** It was done. False before the first sending, too. */
  ok: boolean;
  /** What went wrong, as a sentence. */
  error?: string;
  /** Which kind; "bug" is an error of the program, whose id stands in the sentence. */
  code?: ErrorCode | "bug";
  /** Sentences by the path of the field in the command's input: "name", "lines.0.amount". */
  fields: Record<string, string[]>;
  /** The texts that were sent, for a form to keep: React empties it after an action. Never a password. */
  values: Record<string, string>;
  /** What the command gave. */
  result?: Result;
  /** Raised by each sending, for what must happen once for each. */
  sent: number;
}

export const UNSENT: FormState<never> = { ok: false, fields: {}, values: {}, sent: 0 };
