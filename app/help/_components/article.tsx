import type { ReactNode } from "react";

/** A heading with what belongs under it. `id` is where links lead. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className="mt-9 flex flex-col gap-3 text-base text-ink-muted">
      <h2 className="font-semibold text-ink text-lg">{title}</h2>
      {children}
    </section>
  );
}

/** Numbered steps. */
export function Steps({ children }: { children: ReactNode }) {
  return <ol className="flex list-decimal flex-col gap-2.5 pl-5 marker:text-ink-faint">{children}</ol>;
}

/** What a person sees on the screen there: a button, a column, a menu. */
export function Seen({ children }: { children: ReactNode }) {
  return <strong className="font-medium text-ink">{children}</strong>;
}
