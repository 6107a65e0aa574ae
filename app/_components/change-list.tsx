import { fieldText } from "@/app/_components/field-text";

type ChangeListProps = { changes: readonly { field: string; from: string; to: string }[] };

/** What each field said, and what it says now. */
export function ChangeList({ changes }: ChangeListProps) {
  return (
    <ul className="text-xs">
      {changes.map(({ field, from, to }) => (
        <li key={`${field} ${from} ${to}`} className="break-words">
          {field}: {from ? <del className="text-ink-faint">{fieldText(field, from)}</del> : "nothing"}
          <span aria-hidden="true"> → </span>
          <span className="sr-only"> became </span>
          {to ? <ins className="text-ink no-underline">{fieldText(field, to)}</ins> : "nothing"}
        </li>
      ))}
    </ul>
  );
}
