import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { pullCursors } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { findAccounts, getConnection, updateConnection } from "./store";

const connectionId = z.uuid();
const accountId = z.uuid().nullable();

/** The pull of changed bills: it begins anew where other bills than before are to be taken over. */
const BILLS_PULL = "pull.bills";

/** What "Mark as paid" proposes: a bank account for checks, a card for card payments; null proposes none. */
export const choosePaymentAccounts = command({
  name: "connection.update",
  input: z.object({ connectionId, bankAccountId: accountId, cardAccountId: accountId }),
  async run({ actor, tx, record }, input) {
    const connection = await getConnection(tx, actor.orgId, input.connectionId);
    const chosen = [
      ["bankAccountId", input.bankAccountId, "Bank"],
      ["cardAccountId", input.cardAccountId, "CreditCard"],
    ] as const;
    const given = chosen.flatMap(([path, id, type]) => (id === null ? [] : [{ path, id, type }]));
    const accounts = await findAccounts(
      tx,
      connection.id,
      given.map(({ id }) => id),
    );
    if (given.some(({ id }) => !accounts.has(id))) throw new AppError("not-found");
    const wrong = given.filter(({ id, type }) => {
      const account = accounts.get(id);
      return !account?.isActive || account.deletedAt !== null || account.accountType !== type;
    });
    if (wrong.length > 0) {
      throw new AppError("invalid", {
        fields: wrong.map(({ path, type }) => ({
          path,
          message: `Choose an active ${type === "Bank" ? "bank" : "credit card"} account.`,
        })),
      });
    }
    await updateConnection(tx, connection.id, {
      defaultBankAccountId: input.bankAccountId,
      defaultCardAccountId: input.cardAccountId,
    });
    await record("connection.changed", actor.orgId, { change: "payment-accounts", name: connection.name });
  },
});

/** From which bill date on bills entered in QuickBooks are taken over; null takes none. They come with the next run. */
export const chooseImport = command({
  name: "connection.update",
  input: z.object({
    connectionId,
    since: z.iso.date("Enter a date.").nullable(),
  }),
  async run({ actor, tx, record }, input) {
    const connection = await getConnection(tx, actor.orgId, input.connectionId);
    if (input.since === connection.importBillsSince) return;
    await updateConnection(tx, connection.id, { importBillsSince: input.since });
    if (input.since !== null) {
      await tx
        .delete(pullCursors)
        .where(and(eq(pullCursors.connectionId, connection.id), eq(pullCursors.kind, BILLS_PULL)));
    }
    await record("connection.changed", actor.orgId, { change: "import", name: connection.name });
  },
});

/** The next run reads everything and compares it with what is here, deletions older than 90 days included. */
export const compareEverything = command({
  name: "connection.compare",
  input: z.object({ connectionId }),
  async run({ actor, tx, record }, input) {
    const connection = await getConnection(tx, actor.orgId, input.connectionId);
    if (connection.comparesNext) return;
    await updateConnection(tx, connection.id, { comparesNext: true });
    await record("connection.compared", actor.orgId, {
      name: connection.name,
      reason: `Asked for by ${actor.name}`,
    });
  },
});
