import { CheckCheck, History } from "lucide-react";
import { SyncErrorCard } from "@/app/_components/sync-error-card";
import { EmptyState } from "@/app/_ui/empty-state";
import type { SyncErrorView } from "@/lib/quickbooks/sync-views/sync-error-views";

/** Sync errors one under another. */
export function ErrorList({ errors, label }: { errors: SyncErrorView[]; label: string }) {
  return (
    <ul
      aria-label={label}
      className="max-w-3xl divide-y divide-line rounded-lg border border-line bg-surface"
    >
      {errors.map((error) => (
        <li key={error.id}>
          <SyncErrorCard error={error} />
        </li>
      ))}
    </ul>
  );
}

export function NoErrors({ resolved }: { resolved: boolean }) {
  return resolved ? (
    <EmptyState icon={<History />} title="Nothing was resolved yet">
      An error moves here by itself once QuickBooks takes the record.
    </EmptyState>
  ) : (
    <EmptyState icon={<CheckCheck />} title="No sync errors">
      QuickBooks has refused nothing that is still open. What it refuses shows here and at the top left of
      every page.
    </EmptyState>
  );
}
