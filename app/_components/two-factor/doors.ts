"use server";

import { runCommand } from "@/app/_actions/run-action";
import { renewRecoveryCodes, turnOffTwoFactor } from "@/lib/auth/change-two-factor";
import { beginTwoFactor, confirmTwoFactor } from "@/lib/auth/set-up-two-factor";

export const begin = runCommand(beginTwoFactor);
export const confirm = runCommand(confirmTwoFactor);
export const renewCodes = runCommand(renewRecoveryCodes);
export const turnOff = runCommand(turnOffTwoFactor);
