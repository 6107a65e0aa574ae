import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { compareAmounts } from "@/lib/core/money";

/** Some people of a rule, in the model's own words. */
export interface ModelStep {
  need: "any" | "all";
  userIds: string[];
}

interface ModelPerson {
  isActive: boolean;
  isAdmin: boolean;
  mayApprove: boolean;
  limit: string | null;
}

interface ModelBill {
  billId: string;
  /** Dollars and cents; the stories leave it as it is. */
  amount: string;
  enteredBy: string;
  people: ReadonlyMap<string, ModelPerson>;
}

interface SeenSignature {
  userId: string;
  forUserId: string | null;
  verdict: "approved" | "rejected";
  isOverride: boolean;
  round: number;
}

/** What a bill's record says: never its approvers, whom the model works out itself. */
interface Seen {
  state: string;
  round: number;
  /** How often it was routed, and approved. */
  routings: number;
  approvals: number;
  signatures: SeenSignature[];
}

async function look(db: Db, billId: string): Promise<Seen> {
  const { rows } = await db.execute<{ seen: Seen }>(sql`
    select json_build_object('state', b.state, 'round', b.round,
      'routings', (select count(*) from audit_events a where a.subject = b.id and a.name in ('bill.submitted', 'bill.rerouted')),
      'approvals', (select count(*) from audit_events a where a.subject = b.id and a.name = 'bill.approved'),
      'signatures', (select coalesce(json_agg(json_build_object('userId', s.user_id, 'forUserId', s.for_user_id,
          'verdict', s.verdict, 'isOverride', s.is_override, 'round', s.round) order by s.signed_at, s.id), '[]')
        from bill_signatures s where s.bill_id = b.id)) as seen from bills b where b.id = ${billId}`);
  const seen = rows[0]?.seen;
  if (!seen) throw new Error(`bill ${billId} is not there`);
  return seen;
}

/**
 * Who must approve one bill, worked out from what was done and not from what the program made of it: the
 * rules when it was routed, the people as they are, whoever was added by hand. The story changes the fields
 * as it goes; `check` says what cannot be right after each act. Amounts are dollars and cents.
 */
export class ApprovalModel {
  /** The rules as saved last. */
  rules: ModelStep[] = [];
  mayApproveOwnBills = true;
  /** Who stands in for whom today. */
  readonly absences = new Map<string, string>();
  /** Whoever was added by hand in this round. */
  readonly added = new Set<string>();
  /** Whose bill it is. */
  readonly authors: Set<string>;

  private demands: ModelStep[] = [];
  private seen: Seen = { state: "draft", round: 1, routings: 0, approvals: 0, signatures: [] };
  /** Whose limit reached the amount when they signed in somebody's place. */
  private readonly reachedThen = new Set<string>();

  constructor(
    private readonly db: Db,
    private readonly bill: ModelBill,
  ) {
    this.authors = new Set([bill.enteredBy]);
  }

  /** Somebody as the story changes them. */
  personOf(userId: string): ModelPerson {
    const person = this.bill.people.get(userId);
    if (!person) throw new Error(`the model does not know ${userId}`);
    return person;
  }

  /** It was un-approved: what it said was approved by others, so that it is whoever's entered it again. */
  wasTakenBack(): void {
    this.authors.clear();
    this.authors.add(this.bill.enteredBy);
  }

  private reaches(userId: string): boolean {
    const { isAdmin, limit } = this.personOf(userId);
    return isAdmin || limit === null || compareAmounts(this.bill.amount, limit) <= 0;
  }

  private isOwn(userId: string): boolean {
    return !this.mayApproveOwnBills && this.authors.has(userId);
  }

  private isAble(userId: string): boolean {
    const { isActive, mayApprove } = this.personOf(userId);
    return isActive && mayApprove && !this.isOwn(userId);
  }

  /** Somebody could complete the bill: without, it keeps the approvers that it has. */
  private hasAuthority(): boolean {
    return [...this.bill.people.keys()].some((userId) => this.isAble(userId) && this.reaches(userId));
  }

  /** The rules as saved last count for this bill from now on, for the people as they are. */
  private route(): void {
    this.demands = this.rules.map(({ need, userIds }) => {
      const able = userIds.filter((userId) => this.isAble(userId));
      const enough = able.filter((userId) => this.reaches(userId));
      return { need, userIds: need === "any" && enough.length > 0 ? enough : able };
    });
  }

  /** The rules were applied to the bills in approval. */
  apply(): void {
    if (this.seen.state === "in_approval" && this.hasAuthority()) this.route();
  }

  private faultsOf({ userId, forUserId, verdict, isOverride }: SeenSignature): string[] {
    if (verdict === "rejected" || isOverride) {
      return verdict === "approved" && this.isOwn(userId) ? [`${userId} approved their own bill`] : [];
    }
    if (this.reaches(userId)) this.reachedThen.add(userId);
    const faults = this.isAble(userId) ? [] : [`${userId} approved and may not, or it is their own bill`];
    if (forUserId === null) return faults;
    if (this.absences.get(forUserId) !== userId) faults.push(`${userId} does not stand in for ${forUserId}`);
    if (this.reaches(forUserId) && !this.reaches(userId)) faults.push(`${userId} lacks ${forUserId}'s limit`);
    return faults;
  }

  private missing(given: SeenSignature[]): string[] {
    const covered = new Set(given.flatMap(({ userId, forUserId }) => [userId, forUserId]));
    const faults = this.demands.flatMap(({ need, userIds }) => {
      const able = userIds.filter((userId) => this.isAble(userId));
      const lacking = able.filter((userId) => !covered.has(userId));
      const isMet = need === "all" ? lacking.length === 0 : lacking.length < able.length;
      return isMet || able.length === 0 ? [] : [`approved without ${need} of ${lacking}`];
    });
    for (const userId of this.added)
      if (!covered.has(userId)) faults.push(`approved without ${userId}, who was added by hand`);
    const isEnough = ({ userId, forUserId }: SeenSignature) =>
      (this.isAble(userId) && this.reaches(userId)) || (forUserId !== null && this.reachedThen.has(userId));
    if (this.hasAuthority() && !given.some(isEnough)) faults.push("approved by nobody whose limit reaches");
    return faults;
  }

  /** Looks at the bill after an act: what happened to it since the last look and cannot be right. */
  async check(): Promise<string[]> {
    const [before, now] = [this.seen, await look(this.db, this.bill.billId)];
    this.seen = now;
    if (now.round !== before.round) {
      this.added.clear();
      this.reachedThen.clear();
    }
    const faults = now.signatures
      .slice(before.signatures.length)
      .flatMap((signature) => this.faultsOf(signature));
    if (now.routings > before.routings) this.route();
    // Whoever may not be asked any more is let out for good.
    for (const userId of this.added) if (!this.isAble(userId)) this.added.delete(userId);
    if (now.approvals === before.approvals) return faults;
    const given = now.signatures.filter(
      ({ round, verdict }) => round === now.round && verdict === "approved",
    );
    return given.some(({ isOverride }) => isOverride) ? faults : [...faults, ...this.missing(given)];
  }
}
