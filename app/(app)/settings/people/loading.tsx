import { Skeleton, TableSkeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-6 w-32" />
        <Skeleton className="h-4 w-80 max-w-full" />
      </div>
      <TableSkeleton rows={5} columns={6} />
    </>
  );
}
