import { cn } from "@/app/_ui/cn";

const sizes = { sm: "size-5 text-[0.5625rem]", md: "size-7 text-2xs", lg: "size-9 text-xs" };

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    word ? [...word][0] : "",
  );
  return letters.join("").toUpperCase() || "?";
}

type AvatarProps = { name: string; size?: keyof typeof sizes; className?: string };

/** A person's initials. Decoration beside the name; where the name is not shown, say it with a Tooltip. */
export function Avatar({ name, size = "md", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "inline-grid shrink-0 select-none place-items-center rounded-full border border-line-strong bg-sunken font-semibold text-ink-muted",
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
