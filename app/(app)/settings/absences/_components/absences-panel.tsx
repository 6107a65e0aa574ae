import { CalendarOff } from "lucide-react";
import { ActorName } from "@/app/_components/actor-name";
import { Day } from "@/app/_components/day";
import { Badge } from "@/app/_ui/badge";
import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { type Actor, may } from "@/lib/access/actor";
import { listAbsences } from "@/lib/orgs/absence-views";
import { listStandIns } from "@/lib/orgs/stand-in-views";
import { EnterAbsence } from "./enter-absence";
import { RemoveAbsence } from "./remove-absence";

/** Who is away, now and later, and who signs meanwhile: one's own, and for an Admin everybody's. */
export async function AbsencesPanel({ actor }: { actor: Actor }) {
  const [{ absences, today }, people] = await Promise.all([listAbsences(actor, {}), listStandIns(actor, {})]);
  const mayManage = may(actor, "absence.manage");
  const enter = <EnterAbsence people={people} myId={actor.userId} mayChooseWho={mayManage} today={today} />;
  return (
    <Panel title="Who is away" actions={absences.length > 0 ? enter : undefined} flush>
      {absences.length === 0 ? (
        <EmptyState icon={<CalendarOff aria-hidden="true" />} title="Nobody is away" action={enter}>
          {mayManage
            ? "Enter the days on which somebody is away and who approves meanwhile."
            : "Enter the days on which you are away and who approves meanwhile."}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {absences.map(({ id, name, standInId, standInName, firstDay, lastDay, isMine, isNow }) => (
            <li key={id} className="flex items-center gap-3 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <ActorName name={name} isMe={isMine} className="font-medium text-ink" />
                  {isNow ? <Badge tone="amber">Away now</Badge> : null}
                </p>
                <p className="mt-0.5 text-ink-muted text-sm">
                  <Day day={firstDay} />
                  {firstDay === lastDay ? null : (
                    <>
                      {" "}
                      to <Day day={lastDay} />
                    </>
                  )}
                  . {standInId === actor.userId ? "You stand in" : `${standInName} stands in`}.
                </p>
              </div>
              {isMine || mayManage ? <RemoveAbsence absenceId={id} name={name} isMine={isMine} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
