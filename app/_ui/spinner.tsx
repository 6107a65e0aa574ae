import { cn } from "@/app/_ui/cn";

/** Turning ring. With `label` it is announced; without, it is decoration beside a text that says the same. */
export function Spinner({ className, label }: { className?: string; label?: string }) {
  return (
    <span role={label ? "status" : undefined} className={cn("inline-flex size-4", className)}>
      <svg viewBox="0 0 16 16" fill="none" aria-hidden="true" className="size-full animate-spinner">
        <circle cx="8" cy="8" r="6.25" stroke="currentColor" strokeOpacity="0.25" strokeWidth="1.75" />
        <path
          d="M14.25 8A6.25 6.25 0 0 0 8 1.75"
          stroke="currentColor"
          strokeWidth="1.75"
          strokeLinecap="round"
        />
      </svg>
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
