import { HeadSkeleton, Skeleton } from "@/app/_ui/skeleton";

export default function Loading() {
  return (
    <>
      <HeadSkeleton title="w-32" text="w-96" />
      <Skeleton className="h-40 w-full max-w-3xl rounded-lg" />
    </>
  );
}
