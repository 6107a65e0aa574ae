import { ROLES, type Role } from "@/lib/access/roles";

/** The checkbox of a right: a name of its own each, so that a refused form can show its choices again. */
export const checkboxOf = (role: Role): string => `right-${role}`;

/** What the fields of RightsFields say, as the commands take it. */
export function rightsIn(form: FormData): {
  roles: Role[];
  approvalLimit: string;
  supervisorId: string | null;
} {
  return {
    roles: ROLES.filter((role) => form.has(checkboxOf(role))),
    approvalLimit: String(form.get("approvalLimit") ?? ""),
    supervisorId: String(form.get("supervisorId") ?? "") || null,
  };
}
