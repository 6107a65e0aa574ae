import { z } from "zod";
import { command } from "@/lib/access/command";
import { allowedTabs, TABS } from "@/lib/access/tabs";
import { AppError } from "@/lib/core/errors";
import { findMember } from "./member-rules";
import { lockMembers, updateMember } from "./members-store";

const path = z.enum(TABS.map((tab) => tab.path));

const refused = (field: string, message: string) =>
  new AppError("invalid", { fields: [{ path: field, message }] });

/**
 * Which tabs somebody is shown, and on which page they start. All that their rights allow is kept as no
 * choice, so that later rights bring their tabs with them.
 */
export const changeMemberTabs = command({
  name: "member.manage",
  input: z.object({
    userId: z.uuid(),
    /** Null: as their rights make it. */
    homePath: path.nullable(),
    tabs: z.array(path),
  }),
  async run({ actor, tx, record }, { userId, homePath, tabs }) {
    const member = findMember(await lockMembers(tx, actor), userId);
    const allowed = allowedTabs(member);
    const shown = allowed.filter((tab) => tabs.includes(tab.path));
    if (shown.length === 0) throw refused("tabs", "Leave at least one tab.");
    if (homePath && !shown.some((tab) => tab.path === homePath)) {
      throw refused("homePath", "Choose one of the tabs that are shown.");
    }
    const chosen = shown.length === allowed.length ? null : shown.map((tab) => tab.path);
    await updateMember(tx, actor.orgId, userId, { homePath, tabs: chosen });
    const told = (paths: readonly string[] | null) =>
      paths
        ? TABS.filter((tab) => paths.includes(tab.path))
            .map((tab) => tab.label)
            .join(", ")
        : "All";
    const toldHome = (home: string | null) => TABS.find((tab) => tab.path === home)?.label ?? "As usual";
    const changes = [
      { field: "Tabs", from: told(member.tabs), to: told(chosen) },
      { field: "First page", from: toldHome(member.homePath), to: toldHome(homePath) },
    ].filter(({ from, to }) => from !== to);
    if (changes.length > 0)
      await record("member.changed", actor.orgId, { userId, name: member.name, changes });
  },
});
