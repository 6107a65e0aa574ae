"use server";

import { runCommand } from "@/app/_actions/run-action";
import { proposePayment } from "@/lib/payments/propose-payment";
import { recordPayment } from "@/lib/payments/record-payment";
import { keepPayment, removePayment } from "@/lib/payments/remove-payment";
import { requeuePayment } from "@/lib/payments/requeue-payment";
import { withdrawPayment } from "@/lib/payments/withdraw-payment";

export const propose = runCommand(proposePayment);
export const record = runCommand(recordPayment);
export const withdraw = runCommand(withdrawPayment);
export const remove = runCommand(removePayment);
export const keep = runCommand(keepPayment);
export const requeue = runCommand(requeuePayment);
