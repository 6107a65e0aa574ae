import { PageHeader } from "@/app/_ui/page-header";
import { Skeleton, TableSkeleton } from "@/app/_ui/skeleton";

/** A tab on its way: the title at once, the rest in its size. */
export function ListLoading({ title }: { title: string }) {
  return (
    <>
      <PageHeader title={title} description={<Skeleton className="mt-1 h-4 w-40" />} />
      <Skeleton className="mb-3 h-8 w-full md:w-64 touch:h-11" />
      <TableSkeleton rows={12} columns={6} />
    </>
  );
}
