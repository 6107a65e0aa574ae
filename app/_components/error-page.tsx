"use client";

import { CircleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Link } from "@/app/_ui/link";
import { wordsOfDigest } from "@/lib/core/errors";

type ErrorPageProps = { error: Error & { digest?: string }; reset: () => void };

/** In place of a page that could not be drawn: what is known of why, and the way on. */
export function ErrorPage({ error, reset }: ErrorPageProps) {
  const router = useRouter();
  const words = wordsOfDigest(error.digest);
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <EmptyState
      icon={<CircleAlert />}
      title={words ?? "Something went wrong here"}
      action={
        <>
          {words ? null : <Button onClick={again}>Try again</Button>}
          <Button asChild>
            <Link href="/">Go to the start</Link>
          </Button>
        </>
      }
    >
      {words
        ? "If you think this is wrong, ask an Admin of your organisation."
        : `This is a fault of Countersign, and nothing of yours was changed.${error.digest ? ` If it happens again, report error ${error.digest}.` : ""}`}
    </EmptyState>
  );
}
