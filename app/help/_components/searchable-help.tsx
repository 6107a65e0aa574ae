"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { Button } from "@/app/_ui/button";
import { Input } from "@/app/_ui/input";
import type { HelpRow } from "@/lib/quickbooks/sync-views/code-tables";
import { HelpRows } from "./help-rows";

export interface HelpSection {
  id: string;
  title: string;
  /** A sentence under the heading. */
  about?: string;
  rows: readonly HelpRow[];
}

type SearchableHelpProps = { sections: readonly HelpSection[]; label: string; query: string };

const textOf = (row: HelpRow): string =>
  [row.heading, ...(row.anchors ?? []), ...(row.codes ?? []), row.meaning, row.handled, row.fix, row.who]
    .join(" ")
    .toLowerCase();

const found = (rows: readonly HelpRow[], words: readonly string[]): readonly HelpRow[] =>
  words.length === 0 ? rows : rows.filter((row) => words.every((word) => textOf(row).includes(word)));

/**
 * Tables of help with a search over all of them. The server draws what `query` asks for, everything where
 * it asks nothing, so that the page is whole without scripts; with them it follows the typing.
 */
export function SearchableHelp({ sections, label, query }: SearchableHelpProps) {
  const [typed, setTyped] = useState(query);
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = sections.map((section) => ({ ...section, rows: found(section.rows, words) }));
  const count = shown.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <div className="mt-6">
      <form className="sticky top-0 z-10 -mx-5 bg-canvas px-5 py-3">
        <search className="flex items-center gap-2">
          <Input
            type="search"
            name="q"
            aria-label={label}
            placeholder={label}
            icon={<Search />}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <noscript>
            <Button type="submit">Search</Button>
          </noscript>
        </search>
        <p role="status" className={words.length === 0 ? "sr-only" : "mt-1.5 text-ink-muted text-xs"}>
          {words.length === 0 ? "" : `${count} ${count === 1 ? "answer" : "answers"}`}
        </p>
      </form>
      {count === 0 ? (
        <p className="mt-4 text-base text-ink-muted">
          Nothing is written about this. Try the code alone, or a word of QuickBooks' message.
        </p>
      ) : null}
      {shown.map(({ id, title, about, rows }) =>
        rows.length === 0 ? null : (
          <section key={id} id={id} className="mt-6 flex scroll-mt-20 flex-col gap-3">
            <h2 className="font-semibold text-ink text-lg">{title}</h2>
            {about ? <p className="text-base text-ink-muted">{about}</p> : null}
            <HelpRows rows={rows} />
          </section>
        ),
      )}
    </div>
  );
}
