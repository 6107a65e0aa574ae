import type { z } from "zod";
import { type Db, db, type Tx } from "@/db/client";
import { type EventData, type EventName, record } from "@/lib/audit/record";
import { withoutStatementValues } from "@/lib/core/describe-error";
import { AppError } from "@/lib/core/errors";
import { type Actor, may } from "./actor";
import { announce } from "./announce";
import { parse } from "./parse";
import type { Permission } from "./permissions";

export interface CommandContext {
  actor: Actor;
  tx: Tx;
  now: Date;
  /** Adds an event to the subject's chain, in the same transaction. */
  record<Name extends EventName>(name: Name, subject: string, data: EventData<Name>): Promise<void>;
}

interface CommandDefinition<Schema extends z.ZodType, Result, Prepared> {
  name: Permission;
  input: Schema;
  /**
   * What comes before the transaction: what takes its time (hashing), and what a refusal must not undo
   * (counting a wrong password). Its result is handed to `run`.
   */
  prepare?(context: { actor: Actor; db: Db }, input: z.output<Schema>): Promise<Prepared>;
  run(context: CommandContext, input: z.output<Schema>, prepared: Prepared): Promise<Result>;
}

export interface Command<Schema extends z.ZodType, Result> {
  (actor: Actor, input: z.input<Schema>): Promise<Result>;
  permission: Permission;
  input: Schema;
}

function authorise(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new AppError("forbidden");
  if (actor.needsSecondFactor && permission !== "profile.change") throw new AppError("second-factor-needed");
}

/** Whoever calls a use case may print what it throws: not with the values of a failed statement in it. */
async function withSafeErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw withoutStatementValues(error);
  }
}

/**
 * A use case: authorise → parse → prepare → one transaction (run, its events) → commit → tell who is looking.
 * It is the only way to change anything on a person's behalf, so that a page, a route and a test all
 * pass the same guard. Throws AppError: forbidden, invalid, and what `run` throws.
 */
export function command<Schema extends z.ZodType, Result, Prepared = undefined>(
  definition: CommandDefinition<Schema, Result, Prepared>,
): Command<Schema, Result> {
  const carryOut = async (actor: Actor, input: z.input<Schema>): Promise<Result> => {
    authorise(actor, definition.name);
    const parsed = parse(definition.input, input);
    const prepared = (await definition.prepare?.({ actor, db: db() }, parsed)) as Prepared;
    const now = new Date();
    return db().transaction(async (tx) => {
      const result = await definition.run(
        {
          actor,
          tx,
          now,
          record: (name, subject, data) =>
            record(tx, [
              {
                orgId: actor.orgId,
                subject,
                name,
                actorId: actor.userId,
                actorName: actor.name,
                data,
                at: now,
              },
            ]),
        },
        parsed,
        prepared,
      );
      await announce(tx, actor.orgId);
      return result;
    });
  };
  const execute = (actor: Actor, input: z.input<Schema>) => withSafeErrors(() => carryOut(actor, input));
  return Object.assign(execute, { permission: definition.name, input: definition.input });
}

/** A read, behind the same guard; it gives views, never rows. */
export function query<Schema extends z.ZodType, Result>(definition: {
  name: Permission;
  input: Schema;
  run(context: { actor: Actor; db: Db }, input: z.output<Schema>): Promise<Result>;
}): Command<Schema, Result> {
  const execute = (actor: Actor, input: z.input<Schema>): Promise<Result> =>
    withSafeErrors(async () => {
      authorise(actor, definition.name);
      return definition.run({ actor, db: db() }, parse(definition.input, input));
    });
  return Object.assign(execute, { permission: definition.name, input: definition.input });
}
