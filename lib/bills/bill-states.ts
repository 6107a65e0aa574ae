/**
 * The life of a bill. Every transition is a row; lib/bills/store.ts moves a bill only along one,
 * guarded by the state it starts from.
 *
 *     draft ──submit──▶ in_approval ──approve──▶ approved ──pay──▶ paid
 *                        │ ▲   └─revise─┘           │  ▲           │
 *                   reject │ resubmit          unapprove └──reopen─┘
 *                        ▼ │                        ▼
 *                      rejected                   draft, next round
 *
 *     approved, paid ──void──▶ voided, ──delete──▶ deleted   (both done in QuickBooks)
 *     voided, deleted ──add again──▶ approved, ──reappear──▶ approved   (a backup brought it back)
 */
export const BILL_STATES = [
  "draft",
  "in_approval",
  "approved",
  "rejected",
  "paid",
  "voided",
  "deleted",
] as const;
export type BillState = (typeof BILL_STATES)[number];

interface Transition {
  from: readonly BillState[];
  to: BillState;
  /** A new approval round: signatures given so far stay in the history and count no more. */
  newRound?: true;
}

export const TRANSITIONS = {
  submit: { from: ["draft"], to: "in_approval" },
  revise: { from: ["in_approval"], to: "in_approval", newRound: true },
  approve: { from: ["in_approval"], to: "approved" },
  reject: { from: ["in_approval"], to: "rejected" },
  resubmit: { from: ["rejected"], to: "in_approval", newRound: true },
  unapprove: { from: ["approved"], to: "draft", newRound: true },
  pay: { from: ["approved"], to: "paid" },
  reopen: { from: ["paid"], to: "approved" },
  void: { from: ["approved", "paid"], to: "voided" },
  delete: { from: ["approved", "paid"], to: "deleted" },
  addAgain: { from: ["voided", "deleted"], to: "approved" },
  reappear: { from: ["voided", "deleted"], to: "approved" },
} as const satisfies Record<string, Transition>;

export type TransitionName = keyof typeof TRANSITIONS;

export const startsNewRound = (name: TransitionName): boolean =>
  (TRANSITIONS[name] as Transition).newRound === true;

/** The tabs are views of the states. */
export const TABS = {
  inbox: ["draft"],
  approvals: ["in_approval"],
  payables: ["approved"],
  archive: ["paid", "rejected", "voided", "deleted"],
} as const satisfies Record<string, readonly BillState[]>;

export type Tab = keyof typeof TABS;

/** States in which the bill itself may be edited. */
export const EDITABLE: readonly BillState[] = ["draft", "in_approval", "rejected"];
