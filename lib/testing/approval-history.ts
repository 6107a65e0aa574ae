import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type Restarting, restartsApproval } from "@/lib/approvals/restarts";
import type { Events } from "@/lib/audit/events";
import { type BillContent, diffContent } from "@/lib/bills/bill-content";

interface Signature {
  userId: string;
  forUserId: string | null;
  verdict: "approved" | "rejected";
  isOverride: boolean;
  round: number;
  revision: number;
  revisionRound: number;
  revisionHash: string;
}

interface Told {
  name: keyof Events;
  data: { round?: number; revision?: number; revisionHash?: string; restartsApproval?: boolean };
}

interface History {
  state: string;
  round: number;
  version: number;
  openJobs: number;
  route: { round: number; step: number; need: "any" | "all"; userId: string }[];
  signatures: Signature[];
  revisions: { number: number; round: number; hash: string; content: BillContent }[];
  events: Told[];
}

async function readHistory(db: Db, billId: string): Promise<History> {
  const { rows } = await db.execute<{ history: History }>(sql`
    select json_build_object('state', b.state, 'round', b.round, 'version', b.version,
      'openJobs', (select count(*) from jobs j where j.subject_id = b.id and j.kind = 'bill'
        and j.state in ('waiting', 'blocked', 'sent', 'in_doubt')),
      'route', (select coalesce(json_agg(json_build_object('round', p.round, 'step', p.step, 'need', p.need,
          'userId', p.user_id)), '[]') from bill_approvers p where p.bill_id = b.id),
      'signatures', (select coalesce(json_agg(json_build_object('userId', s.user_id, 'forUserId', s.for_user_id,
          'verdict', s.verdict, 'isOverride', s.is_override, 'round', s.round, 'revision', r.number,
          'revisionRound', r.round, 'revisionHash', r.hash) order by s.signed_at), '[]')
        from bill_signatures s join bill_revisions r on r.id = s.revision_id and r.bill_id = s.bill_id
        where s.bill_id = b.id),
      'revisions', (select coalesce(json_agg(json_build_object('number', r.number, 'round', r.round,
          'hash', r.hash, 'content', r.content) order by r.number), '[]') from bill_revisions r where r.bill_id = b.id),
      'events', (select coalesce(json_agg(json_build_object('name', a.name, 'data', a.data) order by a.seq), '[]')
        from audit_events a where a.subject = b.id)) as history
    from bills b where b.id = ${billId}`);
  const history = rows[0]?.history;
  if (!history) throw new Error(`bill ${billId} is not there`);
  return history;
}

/** Who must have approved in a round and has not: by the route that the round ended with. */
function missing({ route, signatures }: History, round: number): string[] {
  const given = signatures.filter((s) => s.round === round && s.verdict === "approved");
  if (given.some(({ isOverride }) => isOverride)) return [];
  const covered = new Set(given.flatMap(({ userId, forUserId }) => [userId, forUserId]));
  const asked = route.filter((place) => place.round === round);
  if (asked.length === 0) return [`round ${round} asked nobody`];
  return [...new Set(asked.map(({ step }) => step))].flatMap((step) => {
    const places = asked.filter((place) => place.step === step);
    const lacking = places.filter(({ userId }) => !covered.has(userId));
    const isMet = places[0]?.need === "all" ? lacking.length === 0 : lacking.length < places.length;
    return isMet ? [] : [`round ${round} was approved without ${lacking.map((place) => place.userId)}`];
  });
}

/** The verdicts that stand for something else than what the round was decided on. */
function misplaced({ signatures, revisions }: History, restarting: Restarting): string[] {
  return signatures.flatMap((signature) => {
    const { round, revision } = signature;
    const signed = revisions.find(({ number }) => number === revision);
    const last = revisions.findLast((each) => each.round === round);
    if (!signed || !last || signed.round !== round)
      return [`a signature of round ${round} on another's revision`];
    const changes = diffContent(signed.content, last.content);
    return restartsApproval(changes, restarting)
      ? [
          `revision ${last.number} counts what was signed as ${revision}: ${changes.map(({ field }) => field)}`,
        ]
      : [];
  });
}

/** The bill's life as its events tell it, step by step; each step must lead to the next. */
function untold(history: History): string[] {
  const faults: string[] = [];
  let [state, round, version] = ["draft", 1, 1];
  let isRestarting = false;
  const must = (holds: boolean, what: string) => {
    if (!holds) faults.push(`${what} (${state}, round ${round})`);
  };
  for (const { name, data } of history.events) {
    must(!isRestarting || name === "bill.submitted", `${name} between a change and its new round`);
    switch (name) {
      case "bill.changed":
        version += 1;
        must(["draft", "in_approval", "rejected"].includes(state), "changed");
        isRestarting = data.restartsApproval === true;
        break;
      case "bill.submitted":
        version += 1;
        if (isRestarting || state === "rejected") round += 1;
        must(isRestarting ? state === "in_approval" : state !== "in_approval", "submitted");
        state = "in_approval";
        isRestarting = false;
        must(data.round === round, "submitted in another round");
        break;
      case "bill.signed":
        must(state === "in_approval" && data.round === round, "signed");
        break;
      case "bill.approved":
      case "bill.rejected":
        version += 1;
        must(state === "in_approval" && data.round === round, name);
        must(
          history.revisions.findLast((each) => each.round === round)?.number === data.revision,
          `${name} another revision than the last of its round`,
        );
        state = name === "bill.approved" ? "approved" : "rejected";
        break;
      case "bill.unapproved":
        version += 1;
        must(state === "approved", "un-approved");
        state = "draft";
        round += 1;
        break;
      default:
    }
  }
  if (state !== history.state) faults.push(`the events end in ${state}, the bill is ${history.state}`);
  if (round !== history.round)
    faults.push(`the events end in round ${round}, the bill is in ${history.round}`);
  if (version !== history.version)
    faults.push(`the events make version ${version}, the bill has ${history.version}`);
  return faults;
}

/**
 * What cannot have happened to a bill, as the tables tell it: approved without a signature that its route
 * asks for, or on something else than what was signed; two verdicts of one person in a round; a verdict
 * that no event tells of; a job in the queue for a bill that is not approved; a version that no event made.
 */
export async function impossibleIn(db: Db, billId: string, restarting: Restarting): Promise<string[]> {
  const history = await readHistory(db, billId);
  const { state, signatures, events, openJobs } = history;
  const faults = [...untold(history), ...misplaced(history, restarting)];
  for (const { name, data } of events)
    if (name === "bill.approved") faults.push(...missing(history, data.round ?? 0));
  const verdicts = signatures.map(({ round, userId }) => `${round} ${userId}`);
  if (new Set(verdicts).size < verdicts.length) faults.push("two verdicts of one person in a round");
  const told = events.filter(({ name }) => name === "bill.signed" || name === "bill.rejected");
  const keys = (of: { round?: number; revision?: number; revisionHash?: string }[]) =>
    of.map((each) => `${each.round} ${each.revision} ${each.revisionHash}`).sort();
  if (keys(told.map(({ data }) => data)).join() !== keys(signatures).join())
    faults.push("the verdicts are not those that the events tell of");
  if (openJobs > 1 || openJobs > 0 !== (state === "approved"))
    faults.push(`${openJobs} jobs of a bill that is ${state}`);
  return faults;
}
