import type { ReactNode } from "react";
import { fieldText } from "@/app/_components/field-text";
import type { ComparedField } from "@/lib/bills/compare-bills";

const shown = (field: string, text: string) => fieldText(field, text) || "–";

type ComparedTableProps = {
  caption: string;
  /** What stands at the left. */
  before: ReactNode;
  /** What stands at the right. */
  after: ReactNode;
  groups: { key: string; heading?: ReactNode; fields: ComparedField[] }[];
};

/** Two versions of a record side by side; what differs is marked in words, not by colour alone. */
export function ComparedTable({ caption, before, after, groups }: ComparedTableProps) {
  return (
    <table className="w-full table-fixed text-left text-xs">
      <caption className="sr-only">{caption}</caption>
      <thead className="text-ink-muted">
        <tr>
          <th scope="col" className="w-1/4 py-1 pr-2 font-medium">
            Field
          </th>
          <th scope="col" className="py-1 pr-2 font-medium">
            {before}
          </th>
          <th scope="col" className="py-1 font-medium">
            {after}
          </th>
        </tr>
      </thead>
      {groups.map(({ key, heading, fields }) => (
        <tbody key={key} className="tabular">
          {heading ? (
            <tr>
              <th scope="rowgroup" colSpan={3} className="border-line border-t pt-3 pb-1 font-normal text-sm">
                {heading}
              </th>
            </tr>
          ) : null}
          {fields.map(({ field, from, to, differs }) => (
            <tr key={`${field} ${from} ${to}`} className={differs ? "bg-warning-soft" : undefined}>
              <th
                scope="row"
                className="break-words border-line border-t py-1.5 pr-2 align-top font-normal text-ink-muted"
              >
                {field}
                {differs ? <span className="sr-only"> (differs)</span> : null}
              </th>
              <td className="break-words border-line border-t py-1.5 pr-2 align-top">{shown(field, from)}</td>
              <td
                className={`break-words border-line border-t py-1.5 align-top ${differs ? "font-medium text-warning-ink" : ""}`}
              >
                {shown(field, to)}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
