import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/app/_ui/button";
import { Link } from "@/app/_ui/link";

type PaginationProps = {
  /** First and last row shown, counted from 1, and how many there are. */
  from: number;
  to: number;
  total: number;
  previousHref: string | null;
  nextHref: string | null;
  /** What is counted, in the plural. */
  noun?: string;
};

function Step({ href, label, icon }: { href: string | null; label: string; icon: React.ReactNode }) {
  if (!href) {
    return (
      <Button size="icon" variant="ghost" disabled aria-label={label}>
        {icon}
      </Button>
    );
  }
  return (
    <Button asChild size="icon" variant="ghost">
      <Link href={href} aria-label={label}>
        {icon}
      </Link>
    </Button>
  );
}

/** "1–50 of 1,204" and the two steps, as addresses. */
export function Pagination({ from, to, total, previousHref, nextHref, noun = "rows" }: PaginationProps) {
  const figure = (value: number) => value.toLocaleString("en-US");
  return (
    <nav aria-label="Pages" className="flex items-center justify-between gap-3 text-ink-muted text-xs">
      <p className="tabular">
        {total === 0 ? `No ${noun}` : `${figure(from)}–${figure(to)} of ${figure(total)} ${noun}`}
      </p>
      <div className="flex gap-1">
        <Step href={previousHref} label="Previous page" icon={<ChevronLeft aria-hidden="true" />} />
        <Step href={nextHref} label="Next page" icon={<ChevronRight aria-hidden="true" />} />
      </div>
    </nav>
  );
}
