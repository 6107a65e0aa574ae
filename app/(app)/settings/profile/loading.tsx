import { HeadSkeleton, Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <HeadSkeleton title="w-32" text="w-80" />
      <div className="flex max-w-2xl flex-col gap-5">
        <Skeleton className="h-40" />
        <Skeleton className="h-44" />
        <Skeleton className="h-56" />
        <Skeleton className="h-32" />
      </div>
    </>
  );
}
