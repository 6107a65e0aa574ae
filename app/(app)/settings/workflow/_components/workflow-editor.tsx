"use client";

import { Plus, Workflow } from "lucide-react";
import { useState, useTransition } from "react";
import { LeaveGuard } from "@/app/_components/leave-guard";
import { ActionBar } from "@/app/_ui/action-bar";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { EmptyState } from "@/app/_ui/empty-state";
import { toast } from "@/app/_ui/toast";
import type { GroupView } from "@/lib/workflow/groups";
import type { ApplyPreview } from "@/lib/workflow/preview-apply";
import type { TrialBill, WorkflowView } from "@/lib/workflow/workflow-views";
import { saveRules, tryApplying } from "../actions";
import { ChoicesContext, type FileChoice, type KnownEntry } from "./choices";
import { fieldsByKey, sentRules } from "./edited-rule";
import { PreviewPanel } from "./preview-panel";
import { RuleList } from "./rule-list";
import { SaveDialog } from "./save-dialog";
import { useWorkflow } from "./use-workflow";

type WorkflowEditorProps = {
  workflow: WorkflowView;
  groups: GroupView[];
  files: FileChoice[];
  bills: TrialBill[];
  mayChange: boolean;
};

const done = (rerouted: number, approved: number): string | undefined =>
  rerouted === 0
    ? undefined
    : `${rerouted === 1 ? "1 bill has" : `${rerouted} bills have`} other approvers${approved > 0 ? `, ${approved} of them approved by it` : ""}.`;

/** The approval workflow: its rules on one side, whom they would ask on the other. */
export function WorkflowEditor({ workflow, groups, files, bills, mayChange }: WorkflowEditorProps) {
  const state = useWorkflow(workflow);
  const [learned, setLearned] = useState<Record<string, KnownEntry>>({});
  const [preview, setPreview] = useState<ApplyPreview | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [counting, count] = useTransition();
  const [saving, save] = useTransition();
  const { rules, isDirty, version } = state;

  const entryOf = (id: string): KnownEntry | undefined => {
    const name =
      groups.find((group) => group.id === id)?.name ??
      workflow.people.find(({ userId }) => userId === id)?.name;
    if (name !== undefined) return { name, gone: null, companyFile: null };
    return workflow.entries[id] ?? learned[id];
  };
  const refuse = (fields: Record<string, string[]>, words: string) => {
    setPreview(null);
    state.refuse(fieldsByKey(fields, rules));
    setError(Object.keys(fields).length > 0 ? null : words);
  };
  const review = () =>
    count(async () => {
      const { ok, result, fields, error: words = "" } = await tryApplying({ rules: sentRules(rules) });
      if (!ok || !result) return refuse(fields, words);
      setError(null);
      setPreview(result);
    });
  const send = (applyToActive: boolean) =>
    save(async () => {
      const outcome = await saveRules({ version, rules: sentRules(rules), applyToActive });
      const { ok, result, fields, error: words = "" } = outcome;
      if (!ok || !result) return refuse(fields, words);
      state.saved(result.version);
      setPreview(null);
      setError(null);
      const description = done(result.rerouted, result.approved);
      toast.success(isDirty ? "The approval workflow is saved" : "The workflow is applied", {
        ...(description ? { description } : {}),
      });
    });

  return (
    <ChoicesContext
      value={{
        ...{ people: workflow.people, groups, files, entryOf },
        learn: (id, entry) => setLearned((before) => ({ ...before, [id]: entry })),
      }}
    >
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-label="Rules" className="flex min-w-0 flex-col gap-3">
          {state.isOvertaken && !saving ? (
            <Alert
              tone="amber"
              live
              title={`${workflow.changedBy ?? "Somebody"} saved the workflow while you were changing it`}
              action={
                <ConfirmDialog
                  trigger={<Button size="sm">Show what was saved</Button>}
                  title="Drop your changes?"
                  description="The rules are shown as they were saved. What you changed here is lost."
                  confirmLabel="Drop my changes"
                  cancelLabel="Keep them"
                  tone="danger"
                  onConfirm={() => {
                    state.take();
                    setError(null);
                    return undefined;
                  }}
                />
              }
            >
              Your changes are still here. They cannot be saved over the others.
            </Alert>
          ) : error || Object.keys(state.fields).length > 0 ? (
            <Alert tone="red" live title={error ?? "Some rules are not complete. They are marked below."} />
          ) : null}
          {rules.length === 0 ? (
            <EmptyState icon={<Workflow aria-hidden="true" />} title="No rule yet">
              Until there is one, any Admin may approve a bill. Start with a rule for every bill, and add
              those for large ones below it.
            </EmptyState>
          ) : (
            <RuleList state={state} mayChange={mayChange} />
          )}
          {mayChange ? (
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Button onClick={state.add}>
                <Plus aria-hidden="true" />
                Add a rule
              </Button>
              {isDirty ? null : (
                <Button variant="ghost" pending={counting} onClick={review}>
                  Apply to active bills…
                </Button>
              )}
            </div>
          ) : null}
          {mayChange && isDirty ? (
            <ActionBar label="Unsaved changes" summary="The rules were changed and are not saved.">
              <Button onClick={state.take} disabled={saving}>
                Discard
              </Button>
              <Button variant="primary" pending={counting} onClick={review}>
                Save…
              </Button>
            </ActionBar>
          ) : null}
        </section>
        <div className="xl:sticky xl:top-6">
          <PreviewPanel rules={rules} bills={bills} />
        </div>
      </div>
      {preview ? (
        <SaveDialog
          preview={preview}
          isDirty={isDirty}
          pending={saving}
          onSave={send}
          onClose={() => setPreview(null)}
        />
      ) : null}
      <LeaveGuard active={isDirty} />
    </ChoicesContext>
  );
}
