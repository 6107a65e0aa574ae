import type { Tx } from "@/db/client";
import type { JobKind } from "@/lib/queue/kinds";
import { billAddOperation, billModOperation } from "./bill-operations";
import { changedBillsPull, deletedBillsPull, openBillsPull } from "./bill-pulls";
import { customerAddOperation, customerPlanner } from "./customer-operations";
import { itemAddOperation, itemPlanner } from "./item-operations";
import { deletedListsPull, LIST_PULLS } from "./list-pulls";
import { paymentOperations } from "./payment-operations";
import { paymentPlanner } from "./payment-planner";
import { checksPull, creditCardsPull, deletedPaymentsPull, knownPaymentsPull } from "./payment-pulls";
import { billPlanner } from "./plan-bills";
import type { Pull } from "./pull";
import { removalOperation, removalPlanner } from "./removal-operations";
import { changedCreditsPull, openCreditsPull } from "./vendor-credit-pulls";
import { vendorAddOperation, vendorModOperation, vendorPlanner } from "./vendor-operations";
import type { Planner, WriteOperation } from "./write-operation";

export const PUSH = "push";

/** The steps of a run, in order: what lists changed, what waits for QuickBooks, what transactions changed. */
const STEPS: (Pull | typeof PUSH)[] = [
  ...LIST_PULLS,
  deletedListsPull,
  PUSH,
  // Before the bills: those that a payment or a credit touched are fetched among them.
  checksPull,
  creditCardsPull,
  changedCreditsPull,
  // What is asked for by TxnID does not come, and was not deleted, is missing: deletions are read before.
  deletedPaymentsPull,
  openCreditsPull,
  knownPaymentsPull,
  changedBillsPull,
  deletedBillsPull,
  openBillsPull,
];

const kindOf = (step: Pull | typeof PUSH): string => (step === PUSH ? PUSH : step.kind);

export const STEP_KINDS: string[] = STEPS.map(kindOf);

const PULLS = new Map(STEPS.flatMap((step) => (step === PUSH ? [] : [[step.kind, step] as const])));

/** The pulls that can compare everything: they know what to do with what they did not see. */
export const FULL_KINDS: ReadonlySet<string> = new Set(
  [...PULLS.values()].filter((pull) => pull.sweep).map((pull) => pull.kind),
);

/** Prepares a run that compares everything. */
export async function compareAll(tx: Tx, connectionId: string): Promise<void> {
  for (const pull of PULLS.values()) await pull.compareAll?.(tx, connectionId);
}

export function pullOf(kind: string): Pull {
  const pull = PULLS.get(kind);
  if (!pull) throw new Error(`no pull is called ${kind}`);
  return pull;
}

/** As people read a step: "Vendors". */
export const stepLabel = (kind: string): string =>
  kind === PUSH ? "Records to QuickBooks" : pullOf(kind).label;

// Each operation reads back only the payload that its own planner wrote, found by its name.
const OPERATIONS = new Map(
  [
    vendorAddOperation,
    vendorModOperation,
    itemAddOperation,
    customerAddOperation,
    billAddOperation,
    billModOperation,
    ...paymentOperations,
    removalOperation,
  ].map((operation) => [operation.name, operation as WriteOperation<unknown>]),
);

/** The names that `message_jobs.operation` can hold. */
export const OPERATION_NAMES: string[] = [...OPERATIONS.keys()];

export function operationOf(name: string): WriteOperation<unknown> {
  const operation = OPERATIONS.get(name);
  if (!operation) throw new Error(`no operation is called ${name}`);
  return operation;
}

const PLANNERS: Record<JobKind, Planner> = {
  bill: billPlanner,
  customer: customerPlanner,
  item: itemPlanner,
  payment: paymentPlanner,
  removal: removalPlanner,
  vendor: vendorPlanner,
};

export const plannerOf = (kind: JobKind): Planner => PLANNERS[kind];
