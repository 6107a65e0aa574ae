import { type Actor, seesEveryBill } from "@/lib/access/actor";
import { allowedTabs, showsTab } from "@/lib/access/tabs";

/**
 * Where a person starts: on the page the Admin has chosen, as long as they may open it; else who only
 * approves sees what waits for them, and everybody else the inbox; else the first tab they are shown.
 */
export function homePath(actor: Actor): string {
  const shown = allowedTabs(actor)
    .map(({ path }) => path)
    .filter((path) => showsTab(actor, path));
  const usual = seesEveryBill(actor) ? "/inbox" : "/approvals";
  const wished = [actor.homePath, usual].find((path) => path && shown.includes(path));
  return wished ?? shown[0] ?? usual;
}
