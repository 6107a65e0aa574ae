import { Skeleton, TableSkeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-6 w-40" />
        <Skeleton className="h-4 w-96 max-w-full" />
      </div>
      <div className="mb-5 h-9 border-line border-b" />
      <div className="max-w-4xl">
        <TableSkeleton rows={8} columns={2} />
      </div>
    </>
  );
}
