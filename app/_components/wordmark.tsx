import { cn } from "@/app/_ui/cn";

/** The name of the product with its mark: two check marks, one for each signature. */
export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 font-semibold text-base text-ink", className)}>
      <svg aria-hidden="true" viewBox="0 0 32 32" fill="none" className="size-6 shrink-0">
        <rect width="32" height="32" rx="7" className="fill-solid" />
        <g strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
          <path d="m6.5 16.5 5 5L22 10.5" className="stroke-on-solid" />
          <path d="m16 21 .5.5L27 10.5" className="stroke-accent" />
        </g>
      </svg>
      Countersign
    </span>
  );
}
