import { billAdd, billMod, billRemovals } from "./bill-pushes";
import { customerAdd, itemAdds, vendorAdd, vendorMod } from "./list-pushes";
import { cardAdd, checkAdd, creditsAlone, paymentRemovals } from "./payment-pushes";
import type { PushScenario } from "./push-scenario";

/** A row for every kind of push in the registry. */
export const ALL_PUSHES: PushScenario[] = [
  vendorAdd,
  vendorMod,
  ...itemAdds,
  customerAdd,
  billAdd,
  billMod,
  checkAdd,
  cardAdd,
  creditsAlone,
  ...billRemovals,
  ...paymentRemovals,
];
