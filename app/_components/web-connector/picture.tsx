import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

type PictureProps = {
  /** What it shows and what to do there, for whoever does not see it. */
  label: string;
  /** The window's title bar. */
  title: string;
  children: ReactNode;
  className?: string;
};

/** A window of another program, drawn: what to look for there. The words around it say the same. */
export function Picture({ label, title, children, className }: PictureProps) {
  return (
    <div
      role="img"
      aria-label={label}
      className={cn(
        "select-none overflow-hidden rounded-lg border border-line-strong bg-surface text-xs shadow-control",
        className,
      )}
    >
      <div aria-hidden="true">
        <div className="flex h-7 items-center gap-2 border-line border-b bg-sunken pl-2.5 text-2xs text-ink-muted">
          <span className="truncate">{title}</span>
          <span className="ml-auto flex h-full">
            {["minimise", "maximise", "close"].map((button) => (
              <span key={button} className="grid h-full w-8 place-items-center">
                <WindowButton of={button} />
              </span>
            ))}
          </span>
        </div>
        {children}
      </div>
    </div>
  );
}

const PATHS: Record<string, string> = {
  minimise: "M1 5h8",
  maximise: "M1.5 1.5h7v7h-7z",
  close: "M1.5 1.5l7 7m0-7l-7 7",
};

function WindowButton({ of }: { of: string }) {
  return (
    <svg viewBox="0 0 10 10" className="size-2.5 fill-none stroke-current" aria-hidden="true">
      <path d={PATHS[of]} />
    </svg>
  );
}

/** The thing to press or fill in, with its number in the text beside the picture. */
export function Mark({
  number,
  children,
  className,
}: {
  number: number;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span className={cn("relative rounded-sm outline-2 outline-accent outline-offset-2", className)}>
      {children}
      <span className="-top-3 -right-3 absolute z-1 grid size-4 place-items-center rounded-full bg-accent font-semibold text-2xs text-on-accent leading-none">
        {number}
      </span>
    </span>
  );
}

/** A button of a drawn window. */
export function DrawnButton({ children, strong }: { children: ReactNode; strong?: boolean }) {
  return (
    <span
      className={cn(
        "inline-block whitespace-nowrap rounded-sm border px-2.5 py-1",
        strong
          ? "border-line-control bg-sunken font-medium text-ink"
          : "border-line-strong bg-surface text-ink-muted",
      )}
    >
      {children}
    </span>
  );
}

/** A check box of a drawn window. */
export function DrawnBox({ checked }: { checked: boolean }) {
  return (
    <svg viewBox="0 0 14 14" className="size-3.5 shrink-0" aria-hidden="true">
      <rect
        x="1"
        y="1"
        width="12"
        height="12"
        rx="2"
        className={checked ? "fill-accent stroke-accent" : "fill-surface stroke-line-control"}
      />
      {checked ? <path d="M3.5 7.2l2.4 2.4 4.6-5" className="fill-none stroke-2 stroke-on-accent" /> : null}
    </svg>
  );
}
