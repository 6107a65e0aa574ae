import { type Actor, seesEveryBill } from "@/lib/access/actor";

/** Where a person starts: who only approves sees what waits for them. */
export const homePath = (actor: Actor): string => (seesEveryBill(actor) ? "/inbox" : "/approvals");
