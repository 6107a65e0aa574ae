import { Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-6 w-48" />
        <Skeleton className="h-4 w-96 max-w-full" />
      </div>
      <div className="flex max-w-2xl flex-col gap-4">
        {["h-36", "h-64", "h-40"].map((height) => (
          <Skeleton key={height} className={`${height} w-full rounded-lg`} />
        ))}
      </div>
    </>
  );
}
