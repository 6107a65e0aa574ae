import type { z } from "zod";
import type { Db } from "@/db/client";
import type { Actor } from "./actor";
import { type Command, query } from "./command";
import type { Permission } from "./permissions";

/**
 * A use case made of commands, behind the same guard as each of them: one after the other, every one in
 * its own transaction, so that a refusal of one undoes none of the others. It writes nothing itself.
 */
export const series = <Schema extends z.ZodType, Result>(definition: {
  name: Permission;
  input: Schema;
  run(context: { actor: Actor; db: Db }, input: z.output<Schema>): Promise<Result>;
}): Command<Schema, Result> => query(definition);
