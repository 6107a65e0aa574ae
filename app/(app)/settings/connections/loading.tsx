import { HeadSkeleton, TableSkeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <HeadSkeleton title="w-40" text="w-80" />
      <TableSkeleton rows={2} columns={5} />
    </>
  );
}
