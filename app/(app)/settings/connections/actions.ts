"use server";

import { runAction, runCommand } from "@/app/_actions/run-action";
import {
  changeFrequency,
  pauseConnection,
  rotatePassword,
} from "@/lib/quickbooks/connections/change-connection";
import {
  chooseImport,
  choosePaymentAccounts,
  compareEverything,
} from "@/lib/quickbooks/connections/change-sync-settings";
import { createConnection } from "@/lib/quickbooks/connections/create-connection";
import { disconnectConnection } from "@/lib/quickbooks/connections/disconnect-connection";
import { reconnectConnection } from "@/lib/quickbooks/connections/reconnect-connection";
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

export const setPaymentAccounts = runAction(choosePaymentAccounts, (form) => ({
  connectionId: text(form, "connectionId"),
  bankAccountId: text(form, "bankAccountId") || null,
  cardAccountId: text(form, "cardAccountId") || null,
}));

export const setImport = runAction(chooseImport, (form) => ({
  connectionId: text(form, "connectionId"),
  since: text(form, "import") === "on" ? text(form, "since") : null,
}));

export const newPassword = runCommand(rotatePassword);
export const setPaused = runCommand(pauseConnection);
export const compare = runCommand(compareEverything);
export const disconnect = runCommand(disconnectConnection);
export const reconnect = runCommand(reconnectConnection);
