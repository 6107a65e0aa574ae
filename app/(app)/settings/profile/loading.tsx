import { Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-6 w-32" />
        <Skeleton className="h-4 w-80 max-w-full" />
      </div>
      <div className="flex max-w-2xl flex-col gap-5">
        <Skeleton className="h-40" />
        <Skeleton className="h-44" />
        <Skeleton className="h-56" />
        <Skeleton className="h-32" />
      </div>
    </>
  );
}
