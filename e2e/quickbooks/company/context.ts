import type { XmlNode } from "../qbxml/read-xml";
import type { Iterators } from "./iterator-state";
import type { CompanyState } from "./state";
import type { RefuseNext, Switches } from "./switches";

/** What the work on the file needs: the file, the clock, and how QuickBooks is set to behave. */
export interface Books {
  state: CompanyState;
  switches: Switches;
  refusals: RefuseNext[];
  now(): Date;
}

/** What one request is answered from: the books, and what belongs to this session alone. */
export interface Context extends Books {
  /** OwnerID of the application that is logged in. */
  ownerId: string;
  iterators: Iterators;
}

/** The answer to one request: the inside of its Rs element and the attributes that go with it. */
export interface Answer {
  body: string;
  /** ErrorRecovery in place of the Ret, for writing requests. */
  identityOnly?: string;
  status?: { code: number; severity: "Info" | "Warn" | "Error"; message: string };
  retCount?: number;
  iteratorRemainingCount?: number;
  iteratorID?: string;
}

/** Answers one request, whose grammar has been checked. Throws a Refusal before it changes anything. */
export type Handler = (context: Context, request: XmlNode) => Answer;
