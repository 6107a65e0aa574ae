import { HeadSkeleton, TableSkeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <HeadSkeleton title="w-40" text="w-96" />
      <div className="mb-5 h-9 border-line border-b" />
      <div className="max-w-4xl">
        <TableSkeleton rows={8} columns={2} />
      </div>
    </>
  );
}
