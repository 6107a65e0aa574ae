"use server";

import { runCommand } from "@/app/_actions/run-action";
import {
  changeDemoBill,
  listDemoBills,
  payDemoBill,
  refuseNextBill,
  runWebConnector,
} from "@/lib/demo/demo-controls";

export const demoBills = runCommand(listDemoBills);
export const refuseNext = runCommand(refuseNextBill);
export const payBill = runCommand(payDemoBill);
export const changeBill = runCommand(changeDemoBill);
export const runNow = runCommand(runWebConnector);
