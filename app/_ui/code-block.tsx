import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { CopyButton } from "@/app/_ui/copy-button";

type CodeBlockProps = { code: string; title?: ReactNode; copyLabel?: string; className?: string };

/** Text of a machine, as it is; scrolls inside its frame. */
export function CodeBlock({ code, title, copyLabel = "Copy", className }: CodeBlockProps) {
  return (
    <figure
      className={cn("relative min-w-0 overflow-hidden rounded-lg border border-line bg-sunken", className)}
    >
      <figcaption className="flex min-h-9 items-center justify-between gap-3 border-line border-b pr-1 pl-3 text-ink-muted text-xs">
        <span className="min-w-0 truncate">{title}</span>
        <CopyButton text={code} label={copyLabel} />
      </figcaption>
      <pre className="max-h-96 overflow-auto px-3 py-2.5 font-mono text-ink text-xs leading-5">
        <code>{code}</code>
      </pre>
    </figure>
  );
}
