import { AppError } from "@/lib/core/errors";
import type { Member } from "./members-store";

/** The member of that id. @throws AppError "not-found", for another organisation's people too */
export function findMember(members: readonly Member[], userId: string): Member {
  const member = members.find((each) => each.userId === userId);
  if (!member) throw new AppError("not-found");
  return member;
}

const refusedSupervisor = (message: string) =>
  new AppError("invalid", { fields: [{ path: "supervisorId", message }] });

/**
 * A supervisor is asked about what is over a person's limit, so nobody may stand above themselves, not
 * even through others.
 * @throws AppError "not-found", "invalid"
 */
export function assertSupervisor(
  members: readonly Member[],
  supervisorId: string | null,
  userId?: string,
): void {
  if (supervisorId === null) return;
  const supervisor = findMember(members, supervisorId);
  if (supervisorId === userId) throw refusedSupervisor("Nobody supervises themselves.");
  const current = members.find((each) => each.userId === userId)?.supervisorId;
  if (!supervisor.isActive && current !== supervisorId) {
    throw refusedSupervisor(`${supervisor.name} is deactivated. Choose somebody else.`);
  }
  const seen = new Set<string>();
  let above: Member | undefined = supervisor;
  while (above?.supervisorId && !seen.has(above.userId)) {
    seen.add(above.userId);
    const next: string = above.supervisorId;
    if (next === userId) {
      throw refusedSupervisor(`${supervisor.name} is supervised by this person. Choose somebody else.`);
    }
    above = members.find((each) => each.userId === next);
  }
}

/**
 * Without an active Admin nobody could add people or reset a password again.
 * @param changed the member as they are going to be
 * @throws AppError "last-admin"
 */
export function assertAdminRemains(members: readonly Member[], changed: Member): void {
  const after = members.map((member) => (member.userId === changed.userId ? changed : member));
  if (!after.some(({ isActive, roles }) => isActive && roles.includes("admin"))) {
    throw new AppError("last-admin");
  }
}
