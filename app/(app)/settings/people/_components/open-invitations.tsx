import { TimeAgo } from "@/app/_components/time-ago";
import { Badge } from "@/app/_ui/badge";
import { Panel } from "@/app/_ui/panel";
import type { InvitationView } from "@/lib/orgs/invitations-views";
import { InvitationActions } from "./invitation-actions";
import { RightsBadges } from "./person-badges";

type OpenInvitationsProps = { invitations: InvitationView[]; mayManage: boolean };

/** Who was invited and has not come yet. */
export function OpenInvitations({ invitations, mayManage }: OpenInvitationsProps) {
  if (invitations.length === 0) return null;
  return (
    <Panel title="Invited" description="They are members once they have accepted." flush className="mt-5">
      <ul className="divide-y divide-line">
        {invitations.map(({ id, name, email, roles, invitedBy, expiresAt, isOver }) => (
          <li
            key={id}
            className="flex items-center gap-3 px-4 py-2.5 max-md:flex-wrap md:min-h-13"
            aria-label={name}
          >
            <div className="min-w-0 flex-1 max-md:basis-full">
              <p className="truncate font-medium text-ink text-sm">{name}</p>
              <p className="truncate text-ink-muted text-xs">
                {email} · invited by {invitedBy}
              </p>
            </div>
            <RightsBadges roles={roles} />
            <span className="text-ink-muted text-xs md:w-36 md:text-right">
              {isOver ? (
                <Badge tone="amber">Run out</Badge>
              ) : (
                <>
                  Runs out <TimeAgo at={expiresAt} isExpected />
                </>
              )}
            </span>
            {mayManage ? <InvitationActions invitation={{ id, name, email }} /> : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
