import { z } from "zod";
import { command } from "@/lib/access/command";
import type { WorkflowRule } from "@/lib/approvals/workflow";
import { rerouteBills } from "@/lib/bills/reroute-bills";
import { AppError, type FieldError } from "@/lib/core/errors";
import { lockWorkflow, saveWorkflow } from "@/lib/orgs/workflow-store";
import { getNamedEntries, idsOf, type NamedEntry, referencesOf } from "./named-entries";
import { rulesInput } from "./rule-input";
import { workflowChanges } from "./workflow-changes";

/** Everything that is named belongs to this organisation and is what it is taken for. */
function assertKnown(rules: readonly WorkflowRule[], entries: ReadonlyMap<string, NamedEntry>): void {
  const isKnown = rules.flatMap(referencesOf).every(({ id, kind }) => entries.get(id)?.kind === kind);
  if (!isKnown) throw new AppError("not-found");
}

/** Whoever is newly named may approve. One who was named before and may not any more can stay: they are passed over. */
function assertCanApprove(
  rules: readonly WorkflowRule[],
  before: readonly WorkflowRule[],
  entries: ReadonlyMap<string, NamedEntry>,
): void {
  const known = new Set(before.flatMap(({ steps }) => steps.flatMap(({ approverIds }) => approverIds)));
  const fields = rules.flatMap(({ steps }, rule) =>
    steps.flatMap(({ approverIds }, step) =>
      approverIds.flatMap((id): FieldError[] => {
        const person = entries.get(id);
        if (!person || known.has(id) || (person.canApprove && !person.gone)) return [];
        const message = person.gone
          ? `${person.name} is deactivated. Choose somebody else.`
          : `${person.name} may not approve bills: give them the right of an Approver first.`;
        return [{ path: `rules.${rule}.steps.${step}`, message }];
      }),
    ),
  );
  if (fields.length > 0) throw new AppError("invalid", { fields });
}

/**
 * Saves the approval workflow, and asks whom it asks now for the bills in approval where that is wished;
 * otherwise it counts for bills submitted from now on.
 * @throws AppError "conflict" when somebody saved another one since `version` was read
 */
export const saveApprovalWorkflow = command({
  name: "workflow.change",
  input: z.object({
    /** As it was read; 0 when none was saved yet. */
    version: z.number().int().min(0),
    rules: rulesInput,
    applyToActive: z.boolean().default(false),
  }),
  async run(context, { version, rules, applyToActive }) {
    const { actor, tx, record } = context;
    const before = await lockWorkflow(tx, actor.orgId);
    const entries = await getNamedEntries(tx, actor.orgId, [...idsOf(before.rules), ...idsOf(rules)]);
    assertKnown(rules, entries);
    if (version !== before.version) throw new AppError("conflict");
    assertCanApprove(rules, before.rules, entries);
    const nameOf = (id: string) => entries.get(id)?.name ?? "somebody unknown";
    const changes = workflowChanges(before.rules, rules, nameOf);
    const saved =
      changes.length > 0 ? await saveWorkflow(tx, actor.orgId, rules, actor.userId) : before.version;
    if (changes.length > 0) await record("workflow.changed", actor.orgId, { changes });
    const applied = applyToActive
      ? await rerouteBills(context, "the approval workflow was changed")
      : { rerouted: 0, approved: 0 };
    return { version: saved, ...applied };
  },
});
