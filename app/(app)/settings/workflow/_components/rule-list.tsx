"use client";

import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { RuleCard } from "./rule-card";
import type { WorkflowState } from "./use-workflow";

/** The rules in the order in which they are read. One is moved by its handle, with a pointer or the arrow keys. */
export function RuleList({ state, mayChange }: { state: WorkflowState; mayChange: boolean }) {
  const { rules, move } = state;
  const sensors = useSensors(
    // A press without a movement is a click.
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (key: unknown) => rules.findIndex((rule) => rule.key === key);
  const nameOf = (key: unknown) => rules[placeOf(key)]?.name || "New rule";
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) move(placeOf(active.id), placeOf(over.id));
  };
  const announcements: Announcements = {
    onDragStart: ({ active }) => `Picked up ${nameOf(active.id)}, place ${placeOf(active.id) + 1}.`,
    onDragOver: ({ active, over }) =>
      over
        ? `${nameOf(active.id)} would stand at place ${placeOf(over.id) + 1} of ${rules.length}.`
        : undefined,
    onDragEnd: ({ active, over }) =>
      `${nameOf(active.id)} stands at place ${placeOf(over?.id ?? active.id) + 1}.`,
    onDragCancel: ({ active }) => `${nameOf(active.id)} stays where it was.`,
  };
  return (
    <DndContext
      id="workflow-rules"
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{
        announcements,
        screenReaderInstructions: {
          draggable:
            "Press Space to pick the rule up, the arrow keys to move it, Space again to put it down, Escape to leave it where it was.",
        },
      }}
    >
      <SortableContext items={rules.map(({ key }) => key)} strategy={verticalListSortingStrategy}>
        <ol aria-label="Rules, read from top to bottom" className="flex flex-col gap-2">
          {rules.map((rule, index) => (
            <RuleCard key={rule.key} rule={rule} index={index} state={state} mayChange={mayChange} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
