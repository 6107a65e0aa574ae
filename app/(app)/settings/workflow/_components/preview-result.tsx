import { Check, CornerDownRight, Minus } from "lucide-react";
import { Alert } from "@/app/_ui/alert";
import { cn } from "@/app/_ui/cn";
import type { Condition } from "@/lib/approvals/conditions";
import type { PreviewStep, RoutePreview, RuleOutcome } from "@/lib/workflow/preview-route";

const UNMET: Record<Condition, string> = {
  totalAtLeast: "the total is smaller",
  totalBelow: "the total is larger",
  vendorIds: "another vendor",
  accountIds: "no line on such an account",
  itemIds: "no line with such an item",
  classIds: "no line of such a class",
  customerIds: "no line for such a customer:job",
  enteredBy: "entered by somebody else",
};

const whyNot = ({ fits, isReplaced, unmet }: RuleOutcome): string | null => {
  if (isReplaced) return "fits, and is replaced by a rule below";
  return fits ? null : `does not fit: ${unmet.map((name) => UNMET[name]).join(", ")}`;
};

/** Who would be asked, stage by stage, and what each rule has to do with it. */
export function PreviewResult({ preview: { stages, rules } }: { preview: RoutePreview }) {
  return (
    <div className="flex flex-col gap-4">
      {stages.length === 0 ? (
        <Alert tone="red" title="Nobody could approve this bill">
          It could not be submitted. Name somebody who may approve, or let an Admin approve.
        </Alert>
      ) : (
        <ol aria-label="Who would be asked" className="flex flex-col gap-2">
          {stages.map((steps, index) => (
            <li
              key={steps.map(({ approvers }) => approvers.map(({ name }) => name).join()).join()}
              className="flex gap-2.5"
            >
              <span
                aria-hidden="true"
                className="tabular mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border border-line-control text-2xs text-ink-muted"
              >
                {index + 1}
              </span>
              <Stage steps={steps} />
            </li>
          ))}
        </ol>
      )}
      {rules.length > 0 ? (
        <div>
          <h3 className="mb-1.5 font-medium text-ink-muted text-xs">What each rule does here</h3>
          <ul className="flex flex-col gap-1">
            {rules.map((rule) => (
              <Rule key={rule.name} rule={rule} />
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function Stage({ steps }: { steps: PreviewStep[] }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {steps.map(({ need, approvers }, index) => (
        <div key={approvers.map(({ name }) => name).join()} className="min-w-0">
          {index > 0 ? <p className="text-ink-faint text-xs">at the same time</p> : null}
          {approvers.length > 1 ? (
            <p className="text-ink-muted text-xs">{need === "any" ? "Any one of" : "All of"}</p>
          ) : null}
          <ul>
            {approvers.map(({ name, reason }) => (
              <li key={name} className="text-ink text-sm">
                {name} <span className="text-ink-muted text-xs">{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function Rule({ rule }: { rule: RuleOutcome }) {
  const not = whyNot(rule);
  const Icon = rule.isReplaced ? CornerDownRight : rule.fits ? Check : Minus;
  return (
    <li className="flex items-start gap-2 text-sm">
      <Icon
        aria-hidden="true"
        className={cn("mt-0.5 size-3.5 shrink-0", not ? "text-ink-faint" : "text-accent-ink")}
      />
      <span className={cn("min-w-0", not ? "text-ink-muted" : "text-ink")}>
        {rule.name}
        <span className="text-ink-muted text-xs"> {not ?? "counts"}</span>
      </span>
    </li>
  );
}
