import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { Command } from "@/lib/access/command";
import { requireSession } from "@/lib/auth/session";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import type { FormState } from "./form-state";

type Outcome<Result> = Pick<FormState<Result>, "ok" | "error" | "code" | "fields" | "result">;

/** The texts of a form, without its files, its passwords and React's own fields. */
export function textsOf(form: FormData): Record<string, string> {
  const texts = [...form].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && !entry[0].startsWith("$ACTION_") && !/password/i.test(entry[0]),
  );
  return Object.fromEntries(texts);
}

function fieldsOf(error: AppError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of error.fields) {
    fields[path] = [...(fields[path] ?? []), message];
  }
  return fields;
}

/**
 * Runs a piece of work and says how it went: an AppError in its own words; anything else is a bug,
 * logged under an id that the person can name. Next's redirects pass through.
 */
export async function outcomeOf<Result>(name: string, work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { ok: true, fields: {}, result: await work() };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError) {
      return { ok: false, error: error.message, code: error.code, fields: fieldsOf(error) };
    }
    const errorId = randomUUID().slice(0, 8);
    log.error({ err: error, errorId, action: name }, "an action failed");
    return {
      ok: false,
      error: `Something went wrong in Countersign. Nothing was changed. If it happens again, report error ${errorId}.`,
      code: "bug",
      fields: {},
    };
  }
}

/**
 * A server action out of a command, for useActionState: form data → input → command → form state. The
 * pages are drawn again after a success. `then` may redirect.
 *
 *     "use server";
 *     export const save = runAction(saveBill, (form) => ({ … }), ({ billId }) => redirect(`/bills/${billId}`));
 */
export function runAction<Schema extends z.ZodType, Result>(
  command: Command<Schema, Result>,
  read: (form: FormData) => z.input<Schema>,
  then?: (result: Result) => void,
): (before: FormState<Result>, form: FormData) => Promise<FormState<Result>> {
  return async (before, form) => {
    const actor = await requireSession();
    const outcome = await outcomeOf(command.permission, async () => {
      const result = await command(actor, read(form));
      revalidatePath("/", "layout");
      then?.(result);
      return result;
    });
    return { ...outcome, values: textsOf(form), sent: before.sent + 1 };
  };
}

/** As runAction, for a button: the browser gives the command's input itself, and gets the same outcome. */
export function runCommand<Schema extends z.ZodType, Result>(
  command: Command<Schema, Result>,
): (input: z.input<Schema>) => Promise<FormState<Result>> {
  return async (input) => {
    const actor = await requireSession();
    const outcome = await outcomeOf(command.permission, () => command(actor, input));
    if (outcome.ok) revalidatePath("/", "layout");
    return { ...outcome, values: {}, sent: 1 };
  };
}
