import { HeadSkeleton, Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <HeadSkeleton title="w-48" text="w-96" />
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex flex-col gap-2">
          <Skeleton className="h-18 w-full rounded-lg" />
          <Skeleton className="h-18 w-full rounded-lg" />
          <Skeleton className="h-18 w-full rounded-lg" />
        </div>
        <Skeleton className="h-72 w-full rounded-lg" />
      </div>
    </>
  );
}
