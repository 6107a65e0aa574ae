import type { ReactNode } from "react";
import { Wordmark } from "@/app/_components/wordmark";
import { Link } from "@/app/_ui/link";
import { TextLink } from "@/app/_ui/text-link";

/**
 * Help is open to everybody: the Web Connector checks that AppSupport answers 200 without a login before
 * it takes a .qwc file (QBWC1003).
 */
export default function HelpLayout({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-3xl flex-col px-5 py-6">
      <header className="mb-8 flex flex-wrap items-center justify-between gap-3">
        <Link href="/" className="rounded-md">
          <Wordmark />
        </Link>
        <nav aria-label="Help" className="flex gap-4">
          <TextLink href="/help/web-connector">Web Connector</TextLink>
          <TextLink href="/help/sync-errors">Sync errors</TextLink>
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
}
