"use client";

import { useSortable } from "@dnd-kit/sortable";
import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  Copy,
  Ellipsis,
  GripVertical,
  Trash2,
  TriangleAlert,
} from "lucide-react";
import { useId } from "react";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { cn } from "@/app/_ui/cn";
import { Menu, MenuItem, MenuSeparator } from "@/app/_ui/menu";
import { ruleInWords } from "@/lib/approvals/rule-words";
import { useChoices } from "./choices";
import { type EditedRule, isOfRule } from "./edited-rule";
import { RuleFields } from "./rule-fields";
import type { WorkflowState } from "./use-workflow";

type RuleCardProps = { rule: EditedRule; index: number; state: WorkflowState; mayChange: boolean };

/** One rule: its sentence, and its fields when it is open. */
export function RuleCard({ rule, index, state, mayChange }: RuleCardProps) {
  const { nameOf, entryOf } = useChoices();
  const bodyId = useId();
  const { key, name } = rule;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: key, disabled: !mayChange });
  const isOpen = state.isOpen(key);
  const isLast = index === state.rules.length - 1;
  const title = name.trim() || "New rule";
  const isWrong = Object.keys(state.fields).some((path) => isOfRule(path, rule));
  const isOld = rule.steps.some(({ approverIds }) => approverIds.some((id) => entryOf(id)?.gone));
  return (
    <li
      ref={setNodeRef}
      style={{ transform: transform ? `translate3d(0, ${transform.y}px, 0)` : undefined, transition }}
      className={cn(
        "relative rounded-lg border bg-surface",
        isWrong ? "border-danger-line" : "border-line",
        isDragging && "z-10 shadow-overlay",
      )}
    >
      <div className="flex items-start gap-1 p-2 pr-2 md:gap-2">
        {mayChange ? (
          <button
            type="button"
            ref={setActivatorNodeRef}
            {...attributes}
            {...listeners}
            aria-label={`Move the rule ${title}`}
            className="grid size-8 shrink-0 cursor-grab touch-none place-items-center rounded-md text-ink-faint hover:bg-hover hover:text-ink touch:size-11"
          >
            <GripVertical aria-hidden="true" className="size-4" />
          </button>
        ) : null}
        <div className="min-w-0 flex-1 py-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="tabular text-ink-faint text-xs">{index + 1}</span>
            <h3 className="min-w-0 break-words font-semibold text-ink text-sm">{title}</h3>
            {index > 0 ? (
              <Badge tone={rule.effect === "replace" ? "amber" : "neutral"}>
                {rule.effect === "replace" ? "Replaces what stands above" : "Adds to what stands above"}
              </Badge>
            ) : null}
            {isWrong ? (
              <Badge tone="red" icon={<TriangleAlert aria-hidden="true" />}>
                Not complete
              </Badge>
            ) : isOld ? (
              <Badge tone="amber" icon={<TriangleAlert aria-hidden="true" />}>
                Names somebody who left
              </Badge>
            ) : null}
          </div>
          <p className="mt-0.5 break-words text-ink-muted text-sm">
            {ruleInWords(rule, nameOf, index === 0)}
          </p>
        </div>
        {mayChange ? (
          <>
            <div className="flex max-md:hidden">
              <Button
                variant="ghost"
                size="icon"
                aria-label={`Move ${title} up`}
                disabled={index === 0}
                onClick={() => state.move(index, index - 1)}
              >
                <ArrowUp aria-hidden="true" />
              </Button>
              <Button
                variant="ghost"
                size="icon"
                aria-label={`Move ${title} down`}
                disabled={isLast}
                onClick={() => state.move(index, index + 1)}
              >
                <ArrowDown aria-hidden="true" />
              </Button>
            </div>
            <Menu
              align="end"
              trigger={
                <Button variant="ghost" size="icon" aria-label={`Actions for ${title}`}>
                  <Ellipsis aria-hidden="true" />
                </Button>
              }
            >
              <MenuItem
                icon={<ArrowUp aria-hidden="true" />}
                disabled={index === 0}
                onSelect={() => state.move(index, index - 1)}
              >
                Move up
              </MenuItem>
              <MenuItem
                icon={<ArrowDown aria-hidden="true" />}
                disabled={isLast}
                onSelect={() => state.move(index, index + 1)}
              >
                Move down
              </MenuItem>
              <MenuItem icon={<Copy aria-hidden="true" />} onSelect={() => state.duplicate(rule)}>
                Duplicate
              </MenuItem>
              <MenuSeparator />
              <MenuItem tone="danger" icon={<Trash2 aria-hidden="true" />} onSelect={() => state.remove(key)}>
                Remove
              </MenuItem>
            </Menu>
            <Button
              variant="ghost"
              size="icon"
              aria-label={isOpen ? `Close ${title}` : `Edit ${title}`}
              aria-expanded={isOpen}
              aria-controls={bodyId}
              onClick={() => state.toggle(key, !isOpen)}
            >
              <ChevronDown
                aria-hidden="true"
                className={cn("transition-transform", isOpen && "rotate-180")}
              />
            </Button>
          </>
        ) : null}
      </div>
      <div id={bodyId}>
        {isOpen && mayChange ? (
          <div className="border-line border-t p-4">
            <RuleFields rule={rule} index={index} state={state} />
          </div>
        ) : null}
      </div>
    </li>
  );
}
