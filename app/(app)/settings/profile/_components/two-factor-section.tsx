"use client";

import { useState } from "react";
import { Moment } from "@/app/_components/moment";
import { SetUpSteps } from "@/app/_components/two-factor/set-up-steps";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import type { TwoFactorView } from "@/lib/auth/profile-views";
import { RenewCodes, TurnOff } from "./two-factor-changes";

type TwoFactorSectionProps = { twoFactor: TwoFactorView; hasPassword: boolean };

/** Signing in with a code as well: on, off, and the recovery codes. */
export function TwoFactorSection({ twoFactor, hasPassword }: TwoFactorSectionProps) {
  const isOn = twoFactor.since !== null;
  // It is on before the recovery codes were read: the steps stay until their reader is done.
  const [settingUp, setSettingUp] = useState(!isOn);
  const done = (
    <Button variant="primary" onClick={() => setSettingUp(false)}>
      I have put them away
    </Button>
  );
  return (
    <Panel
      title="Two-factor sign-in"
      description="A code of your phone beside the password: a stolen password alone lets nobody in."
      actions={isOn ? <Badge tone="green">On</Badge> : <Badge>Off</Badge>}
    >
      {settingUp ? (
        <SetUpSteps done={done} />
      ) : twoFactor.since ? (
        <div className="flex flex-col gap-3">
          <p className="text-ink text-sm">
            On since <Moment at={twoFactor.since.toISOString()} />. {twoFactor.recoveryCodesLeft} of ten
            recovery codes are left.
          </p>
          <div className="flex flex-wrap gap-2">
            <RenewCodes hasPassword={hasPassword} />
            <TurnOff
              hasPassword={hasPassword}
              isRequired={twoFactor.isRequired}
              onDone={() => setSettingUp(true)}
            />
          </div>
        </div>
      ) : (
        <Button onClick={() => setSettingUp(true)}>Set it up</Button>
      )}
    </Panel>
  );
}
