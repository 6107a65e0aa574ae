"use client";

import { ErrorPage } from "@/app/_components/error-page";

export default function RootError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center px-5">
      <ErrorPage {...props} />
    </main>
  );
}
