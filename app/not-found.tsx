import type { Metadata } from "next";
import { MissingPage } from "@/app/_components/missing-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center px-5">
      <MissingPage />
    </main>
  );
}
