import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/app/_ui/link";

type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the title: a Badge. */
  status?: ReactNode;
  actions?: ReactNode;
  back?: { href: string; label: string };
};

/** The top of a page: its one h1, where it came from, what can be done. */
export function PageHeader({ title, description, status, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-5">
      {back ? (
        <Link
          href={back.href}
          className="mb-1.5 -ml-0.5 inline-flex min-h-6 items-center gap-1 rounded-sm text-ink-muted text-xs hover:text-ink touch:min-h-11"
        >
          <ArrowLeft aria-hidden="true" className="size-3.5" />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="font-semibold text-ink text-xl tracking-tight">{title}</h1>
            {status}
          </div>
          {description ? <p className="mt-0.5 text-ink-muted text-sm">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
