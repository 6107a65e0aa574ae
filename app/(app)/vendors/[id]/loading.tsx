import { Skeleton } from "@/app/_ui/skeleton";

/** The vendor's page in its shape, while it is read. */
export default function VendorLoading() {
  return (
    <div role="status">
      <span className="sr-only">Loading the vendor</span>
      <Skeleton className="mb-2 h-4 w-24" />
      <Skeleton className="mb-1.5 h-6 w-72 max-w-full" />
      <Skeleton className="mb-5 h-4 w-56 max-w-full" />
      <div className="grid gap-4 lg:grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
        <Skeleton className="h-80" />
        <div className="flex flex-col gap-4">
          <Skeleton className="h-60" />
          <Skeleton className="h-40" />
        </div>
      </div>
    </div>
  );
}
