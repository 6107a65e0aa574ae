import { type Actor, may } from "@/lib/access/actor";

/** Which records this person may enter along with a bill. */
export interface MayCreate {
  vendor: boolean;
  item: boolean;
  customer: boolean;
}

export const mayCreate = (actor: Actor): MayCreate => ({
  vendor: may(actor, "vendor.create"),
  item: may(actor, "item.create"),
  customer: may(actor, "customer.create"),
});
