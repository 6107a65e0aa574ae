"use client";

import { useOptimistic, useTransition } from "react";
import { Alert } from "@/app/_ui/alert";
import { Panel } from "@/app/_ui/panel";
import { RadioGroup } from "@/app/_ui/radio-group";
import { toast } from "@/app/_ui/toast";
import type { ProfileView } from "@/lib/auth/profile-views";
import { setMail } from "../actions";

const CHOICES: { value: ProfileView["mail"]; label: string; hint: string }[] = [
  { value: "at-once", label: "At once", hint: "A mail for each" },
  { value: "digest", label: "Once a day", hint: "One mail with all that is new" },
  { value: "none", label: "No mail", hint: "You find it in Countersign" },
];

type MailSectionProps = Pick<ProfileView, "mail" | "sendsMail">;

/** How one is told of what waits. */
export function MailSection({ mail, sendsMail }: MailSectionProps) {
  const [chosen, choose] = useOptimistic(mail);
  const [, start] = useTransition();
  const change = (next: ProfileView["mail"]) =>
    start(async () => {
      choose(next);
      const { ok, error = "" } = await setMail({ mail: next });
      if (!ok) toast.error("Your choice was not saved", { description: error });
    });
  return (
    <Panel title="Mail">
      <div className="flex flex-col gap-3">
        {sendsMail ? null : (
          <Alert title="This server sends no mail yet">Your choice counts from when it does.</Alert>
        )}
        <RadioGroup
          legend="When a bill waits for you, or somebody mentions you"
          name="mail"
          options={CHOICES}
          value={chosen}
          onValueChange={(value) => {
            const next = CHOICES.find((choice) => choice.value === value);
            if (next) change(next.value);
          }}
        />
      </div>
    </Panel>
  );
}
