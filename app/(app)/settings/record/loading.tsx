import { HeadSkeleton, Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <HeadSkeleton title="w-32" text="w-96" />
      <div className="grid max-w-4xl gap-4 md:grid-cols-2">
        <Skeleton className="h-64" />
        <Skeleton className="h-64" />
        <Skeleton className="h-96 md:col-span-2" />
      </div>
    </>
  );
}
