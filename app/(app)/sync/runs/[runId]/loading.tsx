import { Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <div role="status">
      <span className="sr-only">Loading</span>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-4 w-12" />
        <Skeleton className="h-6 w-72 max-w-full" />
      </div>
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <Skeleton className="h-80 rounded-lg" />
        <Skeleton className="h-96 rounded-lg" />
      </div>
    </div>
  );
}
