import { HeadSkeleton, TableSkeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <HeadSkeleton title="w-24" text="w-80" />
      <div className="mb-5 h-9 border-line border-b" />
      <TableSkeleton rows={10} columns={6} />
    </>
  );
}
