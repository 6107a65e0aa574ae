import { HeadSkeleton, TableSkeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <HeadSkeleton title="w-32" text="w-80" />
      <TableSkeleton rows={5} columns={6} />
    </>
  );
}
