"use client";

import { useState } from "react";
import { useSending } from "@/app/_actions/use-sending";
import { DialogForm } from "@/app/_components/dialog-form";
import { Button } from "@/app/_ui/button";
import { Combobox } from "@/app/_ui/combobox";
import { DateInput } from "@/app/_ui/date-input";
import { Field } from "@/app/_ui/field";
import { FreshDialog } from "@/app/_ui/fresh-dialog";
import { toast } from "@/app/_ui/toast";
import type { StandInView } from "@/lib/orgs/stand-in-views";
import { enterOf, enterOwn } from "../actions";
import { gapWords } from "./gap-words";

type EnterAbsenceProps = {
  people: readonly StandInView[];
  myId: string;
  /** An Admin enters anybody's. */
  mayChooseWho: boolean;
  /** In the organisation's time zone, YYYY-MM-DD. */
  today: string;
};

export function EnterAbsence(props: EnterAbsenceProps) {
  return (
    <FreshDialog
      trigger={<Button>Enter an absence</Button>}
      title="Enter an absence"
      description="On these days the stand-in can approve in place of whoever is away. Both can sign; one of them is enough."
      size="sm"
    >
      {(close) => <AbsenceForm {...props} onDone={close} />}
    </FreshDialog>
  );
}

function AbsenceForm({
  people,
  myId,
  mayChooseWho,
  today,
  onDone,
}: EnterAbsenceProps & { onDone: () => void }) {
  const [userId, setUserId] = useState<string | null>(myId);
  const [standInId, setStandInId] = useState<string | null>(null);
  const [firstDay, setFirstDay] = useState(today);
  const [lastDay, setLastDay] = useState("");
  const { failure, pending, send } = useSending(mayChooseWho ? enterOf : enterOwn, () => {
    toast.success("The absence is entered");
    onDone();
  });
  const options = people.map((person) => ({ value: person.userId, label: person.name }));
  const absent = people.find((person) => person.userId === userId);
  const standIn = people.find((person) => person.userId === standInId);
  const gap = absent && standIn ? gapWords(standIn, absent, userId === myId) : null;
  const standIns = people.filter((person) => person.mayApprove && person.userId !== userId);
  return (
    <DialogForm
      label="Enter an absence"
      submitLabel="Enter"
      pending={pending}
      failure={failure}
      onSubmit={() => send({ userId: userId ?? "", standInId: standInId ?? "", firstDay, lastDay })}
    >
      {mayChooseWho ? (
        <Field label="Who is away" error={failure.fields.userId} required>
          <Combobox options={options} value={userId} onValueChange={setUserId} clearable={false} />
        </Field>
      ) : null}
      <div className="grid grid-cols-2 gap-3">
        <Field label="First day" error={failure.fields.firstDay} required>
          <DateInput value={firstDay} onChange={(event) => setFirstDay(event.target.value)} />
        </Field>
        <Field label="Last day" error={failure.fields.lastDay} required>
          <DateInput value={lastDay} min={firstDay} onChange={(event) => setLastDay(event.target.value)} />
        </Field>
      </div>
      <Field
        label="Stand-in"
        hint={gap ?? "Somebody who may approve bills and is there on these days."}
        error={failure.fields.standInId}
        required
      >
        <Combobox
          options={standIns.map((person) => ({ value: person.userId, label: person.name }))}
          value={standInId}
          onValueChange={setStandInId}
        />
      </Field>
    </DialogForm>
  );
}
