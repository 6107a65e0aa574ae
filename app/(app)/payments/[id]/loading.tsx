import { Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="h-4 w-64 max-w-full" />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
        <Skeleton className="h-72" />
        <Skeleton className="h-48" />
      </div>
    </>
  );
}
