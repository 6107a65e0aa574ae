import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { Link } from "@/app/_ui/link";

type TableProps = {
  /** What the table lists; read to screen readers, not shown. */
  caption: string;
  children: ReactNode;
  /** A CardList that takes the table's place on a phone, and where a container leaves as little room. Without it the table scrolls sideways there. */
  cards?: ReactNode;
  /** Keeps the heading row in sight inside a frame of this height (a CSS class such as "max-h-[70vh]"). */
  className?: string;
};

/** A framed table: TableHead with HeaderCells, then TableBody with TableRows of Cells. */
export function Table({ caption, children, cards, className }: TableProps) {
  return (
    <>
      {cards ? <div className="md:hidden @max-[58rem]:block">{cards}</div> : null}
      <section
        aria-label={caption}
        className={cn(
          "overflow-auto rounded-lg border border-line bg-surface focus-visible:-outline-offset-2",
          cards && "max-md:hidden @max-[58rem]:hidden",
          className,
        )}
      >
        <table className="w-full border-separate border-spacing-0 text-left text-sm">
          <caption className="sr-only">{caption}</caption>
          {children}
        </table>
      </section>
    </>
  );
}

/** The heading row; stays in sight while its frame scrolls. */
export function TableHead({ children }: { children: ReactNode }) {
  return (
    <thead className="sticky top-0 z-10">
      <tr>{children}</tr>
    </thead>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return <tbody className="[&>tr:last-child>*]:border-b-0">{children}</tbody>;
}

/** Totals under the rows. */
export function TableFoot({ children }: { children: ReactNode }) {
  return (
    <tfoot className="[&_td]:border-line-strong [&_td]:border-t [&_td]:border-b-0 [&_td]:font-medium">
      {children}
    </tfoot>
  );
}

type HeaderCellProps = Omit<ComponentProps<"th">, "children"> & {
  children?: ReactNode;
  numeric?: boolean;
  /** The address that sorts by this column (the other way round when it is sorted by it now). */
  sort?: { href: string; direction: "ascending" | "descending" | null };
};

export function HeaderCell({ children, numeric, sort, className, ...rest }: HeaderCellProps) {
  const Icon =
    sort?.direction === "ascending" ? ArrowUp : sort?.direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sort ? (sort.direction ?? "none") : undefined}
      className={cn(
        "h-8 whitespace-nowrap border-line border-b bg-sunken px-3 font-medium text-ink-muted text-xs touch:h-11",
        numeric && "text-right",
        className,
      )}
    >
      {sort ? (
        <Link
          href={sort.href}
          scroll={false}
          className={cn(
            "-mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-ink touch:h-11",
            sort.direction && "text-ink",
            numeric && "flex-row-reverse",
          )}
        >
          {children}
          <Icon aria-hidden="true" className={cn("size-3", !sort.direction && "opacity-50")} />
        </Link>
      ) : (
        children
      )}
    </th>
  );
}

type TableRowProps = ComponentProps<"tr"> & {
  /** Chosen for a bulk action. */
  selected?: boolean;
  /** Where the keyboard (j, k) stands. */
  active?: boolean;
};

/** A row. With a RowLink in it the whole row is the target; its other links and buttons stay above. */
export function TableRow({ selected = false, active = false, className, ...rest }: TableRowProps) {
  return (
    <tr
      {...rest}
      data-selected={selected || undefined}
      data-active={active || undefined}
      className={cn(
        "relative transition-colors hover:bg-hover data-selected:bg-selected",
        "data-active:bg-hover data-active:data-selected:bg-selected data-active:shadow-[inset_2px_0_0_var(--ring)]",
        "[&_:is(a,button,label,input):not([data-row-link])]:z-1 [&_:is(a,button,label):not([data-row-link])]:relative",
        className,
      )}
    />
  );
}

type CellProps = ComponentProps<"td"> & {
  /** Right aligned, figures of one width. */
  numeric?: boolean;
  muted?: boolean;
};

export function Cell({ numeric, muted, className, ...rest }: CellProps) {
  return (
    <td
      {...rest}
      className={cn(
        "h-9 max-w-80 truncate border-line border-b px-3 text-ink touch:h-11",
        numeric && "tabular text-right",
        muted && "text-ink-muted",
        className,
      )}
    />
  );
}

/** The link that a row stands for, in its main cell; it covers the row. */
export function RowLink({
  href,
  children,
  className,
}: {
  href: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Link
      href={href}
      data-row-link=""
      className={cn(
        "font-medium text-ink after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-ring focus-visible:after:-outline-offset-2",
        className,
      )}
    >
      {children}
    </Link>
  );
}
