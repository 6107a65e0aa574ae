import type { ReactNode } from "react";
import { Wordmark } from "@/app/_components/wordmark";

/** One narrow column: what a person sees before they are somebody here. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-8 px-5 py-12">
      <Wordmark />
      {children}
    </main>
  );
}
