import type { z } from "zod";
import { AppError } from "@/lib/core/errors";

/**
 * What somebody sent, as a schema reads it.
 * @throws AppError "invalid" with what is wrong of each field, by the field's path: "lines.0.amount"
 */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", {
    fields: parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
  });
}
