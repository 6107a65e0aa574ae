import { child, type XmlNode } from "../qbxml/read-xml";
import type { Books } from "./context";
import { Refusal } from "./refusal";
import { settledBy, settlementsOf } from "./settlements";

const PERSONAL = ["VendorTaxIdent", "CreditCardInfo"];
// What an application without a right to purchases may still ask.
const HARMLESS = ["HostQuery", "CompanyQuery", "PreferencesQuery"];

function holdsPersonalData(request: XmlNode): boolean {
  return request.children.some((inner) => PERSONAL.some((name) => child(inner, name)));
}

/**
 * Refuses what the application, or its QuickBooks user, may not do.
 * @throws Refusal 3260, 3261, 3263
 */
export function checkPermission(books: Books, request: XmlNode, writes: boolean): void {
  const { permission } = books.switches;
  const name = request.name.slice(0, -2);
  if (permission === "readOnly" && writes) {
    throw new Refusal(3263, "The application has read-only access to the company file.");
  }
  if (permission === "noAccess" && !HARMLESS.includes(name)) {
    throw new Refusal(
      3260,
      "Insufficient permission level to perform this action. QuickBooks error message: " +
        "The QuickBooks user does not have rights to purchases and accounts payable.",
    );
  }
  if (permission === "noPersonalData" && writes && holdsPersonalData(request)) {
    throw new Refusal(3261, "The application does not have permission to access personal data.");
  }
}

/**
 * Refuses to change a record that a user has open in a window, or one that hangs together with it.
 * @param related further records that the request would change: the bills of a payment, say.
 * @throws Refusal 3175 for the record itself, 3176 for a related one.
 */
export function checkNotInUse(books: Books, id: string, related: string[] = []): void {
  const { inUse } = books.switches;
  if (inUse.includes(id)) {
    throw new Refusal(3175, `The object "${id}" could not be locked: it is in use by another user.`);
  }
  const linked = [...settlementsOf(books.state, id).map((one) => one.byTxnId)];
  linked.push(...settledBy(books.state, id).map((one) => one.billId), ...related);
  const open = linked.find((one) => inUse.includes(one));
  if (open !== undefined) {
    throw new Refusal(3176, `A related object "${open}" could not be locked: it is in use by another user.`);
  }
}
