"use client";

import { type ReactNode, useState } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { useSending } from "@/app/_actions/use-sending";
import { DialogForm } from "@/app/_components/dialog-form";
import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";
import { FreshDialog } from "@/app/_ui/fresh-dialog";
import { Input } from "@/app/_ui/input";
import { Switch } from "@/app/_ui/switch";
import { toast } from "@/app/_ui/toast";
import type { GroupView } from "@/lib/workflow/groups";
import type { PersonChoice } from "@/lib/workflow/workflow-views";
import { addGroup, editGroup } from "../actions";
import { Chips } from "./chips";

type GroupFormProps = {
  /** Who may approve. */
  people: PersonChoice[];
  /** Left out for a new one. */
  group?: GroupView;
};

const titleOf = (group: GroupView | undefined): string =>
  group ? `Edit the group ${group.name}` : "Add a group";

/** Makes a group, or changes its name and who is in it. */
export function GroupDialog({ trigger, ...props }: GroupFormProps & { trigger: ReactNode }) {
  return (
    <FreshDialog trigger={trigger} title={titleOf(props.group)}>
      {(close) => <GroupForm {...props} close={close} />}
    </FreshDialog>
  );
}

function GroupForm({ people, group, close }: GroupFormProps & { close: () => void }) {
  const [name, setName] = useState(group?.name ?? "");
  const [memberIds, setMemberIds] = useState(group?.members.map(({ userId }) => userId) ?? []);
  const [applies, setApplies] = useState(false);
  const { failure, pending, send } = useSending(
    async (): Promise<FormState> => {
      const given = { name, memberIds };
      return group ? editGroup({ groupId: group.id, ...given, applyToActive: applies }) : addGroup(given);
    },
    () => {
      toast.success(group ? `${name} is changed` : `${name} can be named in rules now`);
      close();
    },
  );
  const { fields } = failure;
  const memberOf = (id: string) => group?.members.find(({ userId }) => userId === id);
  const chips = memberIds.map((id) => ({
    id,
    name: people.find(({ userId }) => userId === id)?.name ?? memberOf(id)?.name ?? "",
    note: memberOf(id)?.note ?? null,
  }));
  return (
    <DialogForm
      label={titleOf(group)}
      submitLabel={group ? "Save" : "Add the group"}
      pending={pending}
      failure={failure}
      onSubmit={() => send(undefined)}
    >
      <Field label="Name" required error={fields.name}>
        <Input value={name} maxLength={80} onChange={(event) => setName(event.target.value)} autoFocus />
      </Field>
      <Field label="People" required error={fields.memberIds}>
        <Combobox
          options={people
            .filter(({ userId }) => !memberIds.includes(userId))
            .map((person) => ({ value: person.userId, label: person.name }))}
          value={null}
          onValueChange={(id) => (id === null ? undefined : setMemberIds([...memberIds, id]))}
          placeholder={memberIds.length > 0 ? "Add another" : "Type a name"}
          emptyText="Nobody else may approve"
        />
      </Field>
      <Chips
        label="People in the group"
        chips={chips}
        onRemove={(id) => setMemberIds(memberIds.filter((each) => each !== id))}
      />
      {group && group.rules.length > 0 ? (
        <Switch
          label="Apply to bills in approval"
          hint="They ask the people who are in the group now. Signatures of those who are still asked go on counting."
          checked={applies}
          onCheckedChange={setApplies}
        />
      ) : null}
    </DialogForm>
  );
}
