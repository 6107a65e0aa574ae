"use server";

import { runAction, runCommand } from "@/app/_actions/run-action";
import {
  changeFrequency,
  deleteConnection,
  pauseConnection,
  rotatePassword,
} from "@/lib/quickbooks/connections/change-connection";
import { createConnection } from "@/lib/quickbooks/connections/create-connection";
import { minutesIn } from "./_components/frequency";

const text = (form: FormData, name: string): string => String(form.get(name) ?? "");

export const addConnection = runAction(createConnection, (form) => ({
  name: text(form, "name"),
  runEveryMinutes: minutesIn(form),
}));

export const setFrequency = runAction(changeFrequency, (form) => ({
  connectionId: text(form, "connectionId"),
  runEveryMinutes: minutesIn(form),
}));

export const newPassword = runCommand(rotatePassword);
export const setPaused = runCommand(pauseConnection);
export const removeConnection = runCommand(deleteConnection);
