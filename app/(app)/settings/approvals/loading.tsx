import { HeadSkeleton, Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <HeadSkeleton title="w-48" text="w-96" />
      <div className="flex max-w-2xl flex-col gap-4">
        {["h-36", "h-64", "h-40"].map((height) => (
          <Skeleton key={height} className={`${height} w-full rounded-lg`} />
        ))}
      </div>
    </>
  );
}
