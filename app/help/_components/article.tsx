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

type Problem = { code: string; means: string; fix: ReactNode };

/** Codes with what they mean and what helps. */
export function Problems({ rows }: { rows: Problem[] }) {
  return (
    <dl className="divide-y divide-line rounded-lg border border-line bg-surface">
      {rows.map(({ code, means, fix }) => (
        <div
          key={code}
          id={code.replace(/\W.*$/, "")}
          className="grid gap-x-5 gap-y-1 px-4 py-3 md:grid-cols-[9rem_1fr]"
        >
          <dt className="font-mono text-ink text-sm">{code}</dt>
          <dd>
            <p className="text-ink text-sm">{means}</p>
            <p className="mt-0.5 text-ink-muted text-sm">{fix}</p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
