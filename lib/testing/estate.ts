import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import {
  absences,
  accounts,
  billApprovers,
  billDocuments,
  billLines,
  bills,
  connections,
  customers,
  groupMembers,
  groups,
  invitations,
  items,
  messages,
  paymentApplications,
  payments,
  runs,
  userSessions,
  vendorCredits,
  vendors,
} from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { ROLES, type Role } from "@/lib/access/roles";
import { createOrganisation, createPerson } from "./people";

/** An organisation with one of everything that an input can name, and a person of each role. */
export interface Estate {
  /** Of the organisation, and in whatever it owns that has a name. */
  name: string;
  orgId: string;
  people: Record<Role, Actor>;
  /** Ids by the name that inputs call them. */
  ids: Record<string, string>;
}

async function idOf(rows: Promise<{ id: string }[]>): Promise<string> {
  const [row] = await rows;
  if (!row) throw new Error("a row was not stored");
  return row.id;
}

export async function createEstate(db: Db, name: string): Promise<Estate> {
  const orgId = await createOrganisation(db, name);
  const made = await Promise.all(
    ROLES.map(async (role) => [
      role,
      await createPerson(db, orgId, { name: `${name} ${role}`, roles: [role] }),
    ]),
  );
  const people: Record<Role, Actor> = Object.fromEntries(made);
  const connectionId = await idOf(
    db
      .insert(connections)
      .values({ orgId, name, username: name, passwordHash: "", fileId: name, lastContactAt: new Date() })
      .returning({ id: connections.id }),
  );
  const entry = { connectionId, listId: name, name, fullName: name };
  const vendorId = await idOf(db.insert(vendors).values(entry).returning({ id: vendors.id }));
  const accountId = await idOf(
    db
      .insert(accounts)
      .values({ ...entry, accountType: "Expense" })
      .returning({ id: accounts.id }),
  );
  const itemId = await idOf(
    db
      .insert(items)
      .values({ ...entry, itemType: "Service" })
      .returning({ id: items.id }),
  );
  const customerId = await idOf(db.insert(customers).values(entry).returning({ id: customers.id }));
  const billId = await idOf(
    db
      .insert(bills)
      .values({
        ...{ orgId, connectionId, vendorId, invoiceNumber: name, billDate: "2026-11-02", amount: "100.00" },
        enteredBy: people.clerk.userId,
      })
      .returning({ id: bills.id }),
  );
  const lineId = await idOf(
    db
      .insert(billLines)
      .values({ billId, position: 0, kind: "expense", accountId, amount: "100.00", description: name })
      .returning({ id: billLines.id }),
  );
  const documentId = await idOf(
    db
      .insert(billDocuments)
      .values({
        ...{ orgId, billId, name, contentType: "application/pdf", size: 1, hash: "0".repeat(64) },
        addedBy: people.clerk.userId,
      })
      .returning({ id: billDocuments.id }),
  );
  await db.insert(billApprovers).values({
    billId,
    round: 1,
    step: 1,
    stage: 1,
    userId: people.approver.userId,
    need: "any",
    reason: name,
  });
  const paymentId = await idOf(
    db
      .insert(payments)
      .values({
        ...{
          orgId,
          connectionId,
          vendorId,
          accountId,
          method: "check",
          date: "2026-11-20",
          amount: "100.00",
        },
        enteredBy: people.accounting.userId,
      })
      .returning({ id: payments.id }),
  );
  await db.insert(paymentApplications).values({ paymentId, billId, amount: "100.00" });
  const creditId = await idOf(
    db
      .insert(vendorCredits)
      .values({ connectionId, txnId: name, editSequence: "1", vendorListId: name, amount: "50.00" })
      .returning({ id: vendorCredits.id }),
  );
  const runId = await idOf(
    db.insert(runs).values({ connectionId, ticket: name, state: "closed" }).returning({ id: runs.id }),
  );
  const messageId = await idOf(
    db
      .insert(messages)
      .values({ runId, connectionId, purpose: "read", state: "answered", requests: 1, request: name })
      .returning({ id: messages.id }),
  );
  const absenceId = await idOf(
    db
      .insert(absences)
      .values({
        ...{ orgId, userId: people.clerk.userId, standInId: people.admin.userId },
        ...{ firstDay: "2020-01-01", lastDay: "2999-12-31" },
      })
      .returning({ id: absences.id }),
  );
  const groupId = await idOf(db.insert(groups).values({ orgId, name }).returning({ id: groups.id }));
  await db.insert(groupMembers).values({ groupId, userId: people.approver.userId });
  const invitationId = await idOf(
    db
      .insert(invitations)
      .values({
        ...{ orgId, email: `${name}@example.com`, name, tokenHash: name, invitedBy: people.admin.userId },
        rights: { roles: ["clerk"], approvalLimit: null, supervisorId: null },
        expiresAt: sql`now() + interval '7 days'`,
      })
      .returning({ id: invitations.id }),
  );
  const sessionId = await idOf(
    db
      .insert(userSessions)
      .values({ orgId, userId: people.admin.userId, method: "password" })
      .returning({ id: userSessions.id }),
  );
  const [userId, supervisorId] = [people.viewer.userId, people.accounting.userId];
  return {
    ...{ name, orgId, people },
    ids: {
      orgId,
      userId,
      supervisorId,
      connectionId,
      vendorId,
      accountId,
      itemId,
      billId,
      lineId,
      documentId,
      paymentId,
      creditId,
      entryId: vendorId,
      customerId,
      runId,
      messageId,
      invitationId,
      sessionId,
      groupId,
      absenceId,
      standInId: supervisorId,
    },
  };
}

/** All that an organisation owns, as text: two that are equal say that nothing of it was touched. */
export async function stateOf(db: Db, { orgId, ids }: Estate): Promise<string> {
  const { rows } = await db.execute<{ state: string }>(sql`
    select concat_ws('|',
      (select json_agg(o) from organisations o where o.id = ${orgId}),
      (select json_agg(m order by m.user_id) from memberships m where m.org_id = ${orgId}),
      (select json_agg(u order by u.id) from users u join memberships m on m.user_id = u.id and m.org_id = ${orgId}),
      (select json_agg(w) from approval_workflows w where w.org_id = ${orgId}),
      (select json_agg(g order by g.id) from groups g where g.org_id = ${orgId}),
      (select json_agg(m order by m.user_id) from group_members m join groups g on g.id = m.group_id and g.org_id = ${orgId}),
      (select json_agg(a order by a.id) from absences a where a.org_id = ${orgId}),
      (select json_agg(c order by c.id) from connections c where c.org_id = ${orgId}),
      (select json_agg(v order by v.id) from vendors v where v.connection_id = ${ids.connectionId}),
      (select json_agg(b order by b.id) from bills b where b.org_id = ${orgId}),
      (select json_agg(p order by p.id) from payments p where p.org_id = ${orgId}),
      (select json_agg(l order by l.id) from bill_lines l where l.bill_id = ${ids.billId}),
      (select json_agg(d order by d.id) from bill_documents d where d.org_id = ${orgId}),
      (select json_agg(j order by j.id) from jobs j where j.org_id = ${orgId}),
      (select json_agg(i order by i.id) from invitations i where i.org_id = ${orgId}),
      (select json_agg(s order by s.id) from user_sessions s where s.org_id = ${orgId}),
      (select count(*) from audit_events a where a.org_id = ${orgId})) as state`);
  return rows[0]?.state ?? "";
}
