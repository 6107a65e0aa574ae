import { fieldText } from "@/app/_components/field-text";
import { Badge, type BadgeTone } from "@/app/_ui/badge";
import type { ComparedLine } from "@/lib/bills/compare-bills";
import { ComparedTable } from "../../_components/compared-table";

const STATES: Record<ComparedLine["state"], { words: string; tone: BadgeTone }> = {
  same: { words: "Same", tone: "neutral" },
  changed: { words: "Changed", tone: "amber" },
  added: { words: "Added", tone: "blue" },
  removed: { words: "Removed", tone: "red" },
};

type ComparedLinesProps = { lines: ComparedLine[]; before: string; after: string };

/** The lines of two revisions, each beside the one that it was. One that is the same is told in a row. */
export function ComparedLines({ lines, before, after }: ComparedLinesProps) {
  return (
    <ComparedTable
      caption="The lines of both revisions"
      before={before}
      after={after}
      groups={lines.map(({ name, state, words, fields }) => ({
        key: name,
        fields,
        heading: (
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium text-ink">{name}</span>
            <Badge tone={STATES[state].tone}>{STATES[state].words}</Badge>
            <span className="min-w-0 break-words text-ink-muted">{fieldText("Line 1", words)}</span>
          </span>
        ),
      }))}
    />
  );
}
