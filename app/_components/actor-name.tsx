import { Avatar } from "@/app/_ui/avatar";
import { cn } from "@/app/_ui/cn";

type ActorNameProps = { name: string; isMe?: boolean; className?: string };

/** A person: initials and name; "you" where it is the reader. */
export function ActorName({ name, isMe = false, className }: ActorNameProps) {
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-1.5", className)}>
      <Avatar name={name} size="sm" />
      <span className="truncate">
        {name}
        {isMe ? <span className="text-ink-muted"> (you)</span> : null}
      </span>
    </span>
  );
}
