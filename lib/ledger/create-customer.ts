import { sql } from "drizzle-orm";
import { z } from "zod";
import { customers } from "@/db/schema";
import { command } from "@/lib/access/command";
import { chosen, entryName, quickBooksLine } from "./entry-names";
import { assertNameFree, lockConnection, pathUnder } from "./entry-store";

/**
 * Enters a customer, or with a parent a job, of a customer or of another job, five levels deep at most;
 * the parent itself may not be in QuickBooks yet. Gives its id and its full name.
 */
export const createCustomer = command({
  name: "customer.create",
  input: z.object({
    connectionId: z.uuid(),
    parentId: chosen,
    name: entryName("customer"),
    companyName: quickBooksLine("a company name", 41).default(""),
    /** Of a job. */
    description: quickBooksLine("a job description", 99).default(""),
  }),
  async run({ actor, tx, record }, { connectionId, parentId, name, companyName, description }) {
    await lockConnection(tx, actor.orgId, connectionId);
    const fullName = await pathUnder(tx, "customer", connectionId, parentId, name);
    await assertNameFree(tx, "customer", connectionId, fullName);
    const [customer] = await tx
      .insert(customers)
      .values({
        ...{ connectionId, name, fullName, companyName: companyName || null },
        externalGuid: sql`'{' || gen_random_uuid() || '}'`,
        entered: {
          ...(parentId ? { parentId } : {}),
          ...(description && parentId ? { jobDescription: description } : {}),
        },
      })
      .returning({ id: customers.id });
    if (!customer) throw new Error("a customer was not stored");
    await record("customer.created", customer.id, { name: fullName });
    return { customerId: customer.id, name: fullName };
  },
});
