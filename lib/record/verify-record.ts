import type { Db } from "@/db/client";
import { type BrokenLink, BrokenLinks } from "./checks/broken-links";
import { checkChains } from "./checks/check-chains";
import { checkLiveBills } from "./checks/check-live-bills";
import { checkRevisions } from "./checks/check-revisions";
import { checkSignatures } from "./checks/check-signatures";
import { checkStates } from "./checks/check-states";

export interface Verification {
  events: number;
  chains: number;
  revisions: number;
  signatures: number;
  /** Of each chain the first link that does not hold, and what beside it does not; the earliest first. */
  broken: BrokenLink[];
}

/**
 * Recomputes the record, in bounded memory: every chain of events from its start, every frozen bill and the
 * event that names it, every signature against the event that tells of it, every bill's state against the
 * event that led there, every bill that is asked for or approved against what was signed. What somebody with the database's own powers changed, took out or put in shows itself
 * here; what they cut off the end of a chain does when a signature, a revision or a move was in it.
 * @param orgId one organisation's; all without it
 */
export async function verifyRecord(db: Db, orgId?: string): Promise<Verification> {
  const broken = new BrokenLinks();
  const counted = {
    ...(await checkChains(db, orgId, broken)),
    ...(await checkRevisions(db, orgId, broken)),
    ...(await checkSignatures(db, orgId, broken)),
  };
  await checkStates(db, orgId, broken);
  await checkLiveBills(db, orgId, broken);
  return { ...counted, broken: broken.earliest() };
}
