import { z } from "zod";
import { query } from "@/lib/access/command";
import { countQueued, type QueuedWork } from "@/lib/queue/connection-jobs";
import { findDisconnected, findPayAccounts, getConnection, type PayAccount } from "./store";

/** What "Mark as paid" proposes for a company file, and what may be chosen instead. */
export interface PaymentAccounts {
  bankAccountId: string | null;
  cardAccountId: string | null;
  /** Active accounts of type Bank and CreditCard. */
  choices: PayAccount[];
}

export const readPaymentAccounts = query({
  name: "connection.read",
  input: z.object({ connectionId: z.uuid() }),
  async run({ actor, db }, input): Promise<PaymentAccounts> {
    const connection = await getConnection(db, actor.orgId, input.connectionId);
    return {
      bankAccountId: connection.defaultBankAccountId,
      cardAccountId: connection.defaultCardAccountId,
      choices: await findPayAccounts(db, connection.id),
    };
  },
});

/** What waits for a company file: what disconnecting it would take out of the queue. */
export const readQueuedWork = query({
  name: "connection.read",
  input: z.object({ connectionId: z.uuid() }),
  async run({ actor, db }, input): Promise<QueuedWork[]> {
    const connection = await getConnection(db, actor.orgId, input.connectionId);
    return countQueued(db, connection.id);
  },
});

/** A company file that was disconnected and can be connected again. */
export interface DisconnectedView {
  id: string;
  name: string;
  companyName: string | null;
  disconnectedAt: Date | null;
}

export const listDisconnected = query({
  name: "connection.create",
  input: z.object({}),
  run: async ({ actor, db }): Promise<DisconnectedView[]> =>
    (await findDisconnected(db, actor.orgId)).map(({ id, name, companyName, deletedAt }) => ({
      ...{ id, name, companyName },
      disconnectedAt: deletedAt,
    })),
});
