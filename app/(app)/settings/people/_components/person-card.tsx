import type { ReactNode } from "react";
import { ActorName } from "@/app/_components/actor-name";
import type { MemberView } from "@/lib/orgs/members-views";
import { ActiveBadge, RightsBadges } from "./person-badges";

/** A person on a phone, with the menu of what may be done at the right. */
export function PersonCard({ person, actions }: { person: MemberView; actions: ReactNode }) {
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <ActorName name={person.name} isMe={person.isMe} className="font-medium text-base text-ink" />
        <span className="truncate text-ink-muted text-sm">{person.email}</span>
        <RightsBadges roles={person.roles} />
        {person.isActive ? null : (
          <span>
            <ActiveBadge isActive={false} />
          </span>
        )}
      </div>
      {actions}
    </li>
  );
}
