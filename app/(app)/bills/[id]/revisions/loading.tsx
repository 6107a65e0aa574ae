import { Skeleton, TableSkeleton } from "@/app/_ui/skeleton";

/** The comparison in its shape, while it is read. */
export default function RevisionsLoading() {
  return (
    <div role="status" className="flex max-w-4xl flex-col gap-4">
      <span className="sr-only">Loading the revisions</span>
      <Skeleton className="h-8 w-72 max-w-full" />
      <Skeleton className="h-36" />
      <TableSkeleton rows={8} columns={3} />
    </div>
  );
}
