import { Skeleton } from "@/app/_ui/skeleton";

/** The page in its shape, while it is read. */
export default function ImportLoading() {
  return (
    <div role="status">
      <span className="sr-only">Loading the page</span>
      <Skeleton className="mb-2 h-4 w-24" />
      <Skeleton className="mb-1.5 h-6 w-48 max-w-full" />
      <Skeleton className="mb-5 h-4 w-72 max-w-full" />
      <Skeleton className="h-32" />
    </div>
  );
}
