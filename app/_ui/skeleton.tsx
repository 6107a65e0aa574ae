import { cn } from "@/app/_ui/cn";

/** A grey block of the size of what is coming. Give it height and width by class. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn("block animate-shimmer rounded-sm bg-line", className)} />;
}

/** A page's heading and the line below it, on their way. Widths by class: "w-32". */
export function HeadSkeleton({ title, text }: { title: string; text: string }) {
  return (
    <div className="mb-5 flex flex-col gap-2">
      <Skeleton className={cn("h-6", title)} />
      <Skeleton className={cn("h-4 max-w-full", text)} />
    </div>
  );
}

/** Rows of a table that is on its way, at a row's height so that nothing moves when it arrives. */
export function TableSkeleton({ rows = 8, columns = 5 }: { rows?: number; columns?: number }) {
  const widths = ["w-24", "w-40", "w-28", "w-16", "w-20", "w-32"];
  return (
    <div role="status" className="overflow-hidden rounded-lg border border-line bg-surface">
      <span className="sr-only">Loading</span>
      <div className="h-8 border-line border-b bg-sunken" />
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div
          key={row}
          className="flex h-9 items-center gap-6 border-line border-b px-3 last:border-b-0 touch:h-11"
        >
          {Array.from({ length: columns }, (_, column) => column).map((column) => (
            <Skeleton
              key={column}
              className={cn(
                "h-3 max-w-full",
                widths[(row * 2 + column) % widths.length],
                column === columns - 1 && "ml-auto",
                column > 2 && "max-md:hidden",
              )}
            />
          ))}
        </div>
      ))}
    </div>
  );
}
