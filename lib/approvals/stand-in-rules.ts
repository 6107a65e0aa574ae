import { compareAmounts } from "@/lib/core/money";
import { type Person, reaches } from "./workflow";

type Authority = Pick<Person, "isAdmin" | "approvalLimit">;

/**
 * Whether somebody's authority lets them sign a bill of this amount for somebody who is away: their limit
 * reaches it, or the other's does not either, so that a supervisor is asked after them in any case.
 * lib/orgs/stand-ins.ts says the same in SQL; its test holds the two together.
 */
export const hasAuthorityFor = (standIn: Authority, absent: Authority, amount: string): boolean =>
  reaches(standIn, amount) || !reaches(absent, amount);

/** Bills for which a stand-in lacks the authority: amounts above the first, up to the second where that is not null. */
export interface AuthorityGap {
  above: string;
  upTo: string | null;
}

const limitOf = ({ isAdmin, approvalLimit }: Authority): string | null => (isAdmin ? null : approvalLimit);

/** Which bills go on waiting for whoever is away; null when there are none. */
export function authorityGap(standIn: Authority, absent: Authority): AuthorityGap | null {
  const [above, upTo] = [limitOf(standIn), limitOf(absent)];
  if (above === null || (upTo !== null && compareAmounts(upTo, above) <= 0)) return null;
  return { above, upTo };
}
