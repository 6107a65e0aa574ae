import { z } from "zod";
import { command, query } from "@/lib/access/command";
import type { FieldChange } from "@/lib/audit/events";
import { AppError } from "@/lib/core/errors";
import { lockPeople } from "@/lib/orgs/members-store";
import { getSettings, isTimeZone, type Settings, saveSettings } from "@/lib/orgs/settings";
import { getRouting } from "@/lib/orgs/workflow-store";
import { rerouteFor } from "./reroute-for";

/** The longest that a reminder may be put off. */
const MOST_REMINDER_DAYS = 60;

const input = z.object({
  adminsMayOverrideWorkflow: z.boolean(),
  mayApproveOwnBills: z.boolean(),
  restartsApproval: z.object({
    dates: z.boolean(),
    coding: z.boolean(),
    documents: z.boolean(),
    memo: z.boolean(),
  }),
  reminderDays: z.coerce
    .number("Enter a number of days.")
    .int("Enter a whole number of days.")
    .min(0, "Enter 0 or more.")
    .max(MOST_REMINDER_DAYS, `Enter at most ${MOST_REMINDER_DAYS} days.`),
  timeZone: z.string(),
});

export type ApprovalSettings = z.output<typeof input>;

const chosen = ({
  adminsMayOverrideWorkflow,
  mayApproveOwnBills,
  restartsApproval,
  reminderDays,
  timeZone,
}: Settings): ApprovalSettings => ({
  ...{ adminsMayOverrideWorkflow, mayApproveOwnBills, restartsApproval, reminderDays, timeZone },
});

const yesOrNo = (is: boolean): string => (is ? "Yes" : "No");
const reminder = (days: number): string =>
  days === 0 ? "Never" : days === 1 ? "After 1 day" : `After ${days} days`;

/** The settings in words, in the order of the page. */
const told = (settings: ApprovalSettings): [field: string, value: string][] => [
  ["Admins may override the workflow", yesOrNo(settings.adminsMayOverrideWorkflow)],
  ["People may approve what they entered", yesOrNo(settings.mayApproveOwnBills)],
  ["Other dates or terms start approval again", yesOrNo(settings.restartsApproval.dates)],
  ["Other coding starts approval again", yesOrNo(settings.restartsApproval.coding)],
  ["Other documents start approval again", yesOrNo(settings.restartsApproval.documents)],
  ["Another memo or description starts approval again", yesOrNo(settings.restartsApproval.memo)],
  ["Reminder", reminder(settings.reminderDays)],
  ["Time zone", settings.timeZone],
];

function changesOf(before: ApprovalSettings, after: ApprovalSettings): FieldChange[] {
  const now = new Map(told(after));
  return told(before)
    .map(([field, from]) => ({ field, from, to: now.get(field) ?? "" }))
    .filter(({ from, to }) => from !== to);
}

/** How this organisation approves, for who may change it. */
export const readApprovalSettings = query({
  name: "organisation.update",
  input: z.object({}),
  run: async ({ actor, db }): Promise<ApprovalSettings> => chosen(await getSettings(db, actor.orgId)),
});

/**
 * Changes how this organisation approves. Who may approve their own bills acts on the bills in approval
 * too: those go to whom they would go if they were submitted now.
 */
export const changeApprovalSettings = command({
  name: "organisation.update",
  input,
  async run(context, after) {
    const { actor, tx, record } = context;
    await lockPeople(tx, actor.orgId);
    const changes = changesOf(chosen(await getSettings(tx, actor.orgId)), after);
    if (changes.length === 0) return;
    if (!(await isTimeZone(tx, after.timeZone))) {
      throw new AppError("invalid", { fields: [{ path: "timeZone", message: "Choose a time zone." }] });
    }
    const routing = await getRouting(tx, actor.orgId);
    await saveSettings(tx, actor.orgId, after);
    await record("organisation.changed", actor.orgId, { changes });
    await rerouteFor(context, "the approval settings were changed", routing);
  },
});
