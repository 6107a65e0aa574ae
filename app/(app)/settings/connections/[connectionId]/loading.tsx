import { Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <div role="status">
      <span className="sr-only">Loading</span>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-6 w-64 max-w-full" />
        <Skeleton className="h-4 w-48" />
      </div>
      <div className="grid gap-5 lg:grid-cols-2">
        <Skeleton className="h-56 rounded-lg" />
        <Skeleton className="h-56 rounded-lg" />
      </div>
    </div>
  );
}
