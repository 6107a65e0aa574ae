import { SilentWarning } from "@/app/_components/silent-warning";
import { SyncHealth } from "@/app/_components/sync-health";
import type { Actor } from "@/lib/access/actor";
import { syncStatusOf } from "../../_components/once-a-request";

/** How each company file stands: a line each, and what is to be looked at. */
export async function SyncOverview({ actor }: { actor: Actor }) {
  const companies = await syncStatusOf(actor);
  if (companies.length === 0) return null;
  return (
    <div className="mb-5 flex flex-col gap-3">
      {companies.map((sync) => (
        <div key={sync.connectionId} className="flex flex-col gap-2">
          <SyncHealth sync={sync} named={companies.length > 1} />
          <SilentWarning sync={sync} />
        </div>
      ))}
    </div>
  );
}
