import { Plus, UsersRound } from "lucide-react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import type { GroupView } from "@/lib/workflow/groups";
import type { PersonChoice } from "@/lib/workflow/workflow-views";
import { DeleteGroup } from "./delete-group";
import { GroupDialog } from "./group-dialog";

type GroupsPanelProps = { groups: GroupView[]; people: PersonChoice[]; mayManage: boolean };

/** The groups that rules can name, with who is in them. */
export function GroupsPanel({ groups, people, mayManage }: GroupsPanelProps) {
  const able = people.filter(({ canApprove }) => canApprove);
  return (
    <Panel
      title="Groups"
      description="People who are asked together. A rule that names a group follows its members."
      flush
      actions={
        mayManage ? (
          <GroupDialog
            people={able}
            trigger={
              <Button size="sm">
                <Plus aria-hidden="true" />
                Add a group
              </Button>
            }
          />
        ) : null
      }
    >
      {groups.length === 0 ? (
        <EmptyState icon={<UsersRound aria-hidden="true" />} title="No group yet">
          A group stands in a rule for all who are in it: “any one of Office”.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {groups.map((group) => (
            <li key={group.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
              <div className="min-w-0 flex-1 basis-48">
                <h3 className="font-medium text-ink text-sm">{group.name}</h3>
                <p className="text-ink-muted text-sm">
                  {group.members.map(({ name, note }) => (note ? `${name} (${note})` : name)).join(", ")}
                </p>
                {group.rules.length > 0 ? (
                  <p className="text-ink-faint text-xs">
                    Asked in {group.rules.map((name) => `“${name}”`).join(", ")}
                  </p>
                ) : null}
              </div>
              {group.members.some(({ note }) => note) ? <Badge tone="amber">Look at it</Badge> : null}
              {mayManage ? (
                <div className="flex gap-1">
                  <GroupDialog
                    people={able}
                    group={group}
                    trigger={
                      <Button size="sm" aria-label={`Edit the group ${group.name}`}>
                        Edit
                      </Button>
                    }
                  />
                  <DeleteGroup group={group} />
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
