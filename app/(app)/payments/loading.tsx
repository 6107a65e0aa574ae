import { Skeleton, TableSkeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-6 w-28" />
        <Skeleton className="h-4 w-64 max-w-full" />
      </div>
      <Skeleton className="mb-3 h-8 w-full md:w-80" />
      <TableSkeleton rows={10} columns={6} />
    </>
  );
}
