import { TimelineList } from "@/app/_components/timeline-panel";
import { Pagination } from "@/app/_ui/pagination";
import { Panel } from "@/app/_ui/panel";
import type { Actor } from "@/lib/access/actor";
import { CHANGES_PAGE, listSettingsChanges } from "@/lib/record/list-settings-changes";
import type { SettingsArea } from "@/lib/record/settings-events";
import { AreaFilter } from "./area-filter";

type SettingsChangesProps = { actor: Actor; area: SettingsArea | undefined; page: number };

const hrefOf = (area: SettingsArea | undefined, page: number): string =>
  `/settings/record?${new URLSearchParams({ ...(area ? { area } : {}), page: String(page) })}`;

/** Who changed the workflow, people, connections and all else that is set, the newest first. */
export async function SettingsChanges({ actor, area, page }: SettingsChangesProps) {
  const { changes, total } = await listSettingsChanges(actor, { ...(area ? { area } : {}), page });
  const from = (page - 1) * CHANGES_PAGE;
  return (
    <Panel
      title="What changed in the settings"
      description="The approval workflow, groups, absences, people and their sign-in, connections, exports"
    >
      <div className="flex flex-col gap-3">
        <AreaFilter />
        {changes.length === 0 ? (
          <p className="text-ink-muted text-sm">Nothing was changed.</p>
        ) : (
          <TimelineList label="What changed in the settings" entries={changes} />
        )}
        {total > CHANGES_PAGE || page > 1 ? (
          <Pagination
            from={from + 1}
            to={from + changes.length}
            total={total}
            noun="changes"
            previousHref={page > 1 ? hrefOf(area, page - 1) : null}
            nextHref={from + changes.length < total ? hrefOf(area, page + 1) : null}
          />
        ) : null}
      </div>
    </Panel>
  );
}
