/** The rights a person may hold; somebody may hold several. */
export const ROLES = ["admin", "accounting", "approver", "clerk", "viewer"] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_NAMES: Record<Role, string> = {
  admin: "Admin",
  accounting: "Accounting Access",
  approver: "Approver",
  clerk: "Clerk",
  viewer: "Viewer",
};

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
