import { Badge } from "@/app/_ui/badge";
import { ROLE_NAMES, type Role } from "@/lib/access/roles";

/** What somebody may do, a badge a right. */
export function RightsBadges({ roles }: { roles: readonly Role[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {roles.map((role) => (
        <Badge key={role} tone={role === "admin" ? "blue" : "neutral"}>
          {ROLE_NAMES[role]}
        </Badge>
      ))}
    </span>
  );
}

export function ActiveBadge({ isActive }: { isActive: boolean }) {
  return isActive ? <Badge tone="green">Active</Badge> : <Badge tone="red">Deactivated</Badge>;
}

/** Says so where somebody signs in with a code as well; the others bear no mark. */
export function TwoFactorBadge({ hasTwoFactor }: { hasTwoFactor: boolean }) {
  return hasTwoFactor ? <Badge>Two-factor</Badge> : null;
}
