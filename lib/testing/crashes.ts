import type { Hooks, Step, StepContext } from "@/e2e/quickbooks/connector/run-report";
import type { FragileOffice } from "./fragile-office";

/** The moments in the life of one writing message at which something can die, in order. */
export const MOMENTS = [
  "before the claim",
  "after the claim",
  "after the reply left",
  "after QuickBooks applied it",
  "during receive",
  "before the commit",
  "after the commit",
] as const;
export type Moment = (typeof MOMENTS)[number];

export const VICTIMS = ["server", "connector", "database"] as const;
export type Victim = (typeof VICTIMS)[number];

/** Text of the statement that settles a message's jobs: what a transaction that is cut there had still to do. */
const SETTLING = 'update "message_jobs"';

class PowerCut extends Error {}

/** One death at one moment of the message that bears the marker ("<BillAddRq"). */
export interface Crash {
  moment: Moment;
  victim: Victim;
  marker: string;
}

/** What becomes of it. */
interface Trial {
  struck: boolean;
}

/** The moments between two calls: the connector itself knows them. */
function betweenCalls(
  office: FragileOffice,
  trial: Trial,
  { moment, victim }: Crash,
  carries: (xml?: string) => boolean,
): Hooks {
  const strike = () => {
    if (trial.struck) return;
    trial.struck = true;
    if (victim === "connector") throw new PowerCut(moment);
    if (victim === "server") office.restart();
    else for (const server of office.servers) server.database.cutAll();
  };
  return {
    beforeCall(step: Step, { count }: StepContext) {
      // The connector cannot know which call would have brought the write: it dies before any.
      const isFirst = step === "sendRequestXML" && count === 1;
      if (moment === "before the claim" && victim === "connector" && isFirst) strike();
    },
    afterCall(step: Step, { xml, result }: StepContext) {
      if (moment === "after the reply left" && step === "sendRequestXML" && carries(result)) strike();
      if (moment === "after QuickBooks applied it" && step === "ProcessRequest" && carries(xml)) strike();
    },
  };
}

/** Breaks the database connection of the server that answers, and the server with it where that is what dies. */
function cutDatabase(
  office: FragileOffice,
  trial: Trial,
  victim: Victim,
  cut: { at: "statement" | "before commit" | "after commit"; marker?: string },
): void {
  const then = () => {
    trial.struck = true;
    if (victim === "server") office.restart();
  };
  for (const server of office.servers) server.database.cutOnce({ ...cut, then });
}

/** The moments within receiveResponseXML, of the answer to the write. */
function withinReceive(office: FragileOffice, trial: Trial, { moment, victim }: Crash, name: string): void {
  let isCarrying = false;
  office.line.onReply = ({ operation }, reply) => {
    if (operation === "receiveResponseXML" && isCarrying) {
      isCarrying = false;
      office.line.onReply = undefined;
      if (moment !== "after the commit" || victim !== "connector") return undefined;
      trial.struck = true;
      return "after";
    }
    if (operation === "sendRequestXML" && reply.includes(name)) isCarrying = true;
    return undefined;
  };
  office.line.onCall = ({ operation }) => {
    if (operation !== "receiveResponseXML" || !isCarrying) return undefined;
    office.line.onCall = undefined;
    if (victim !== "connector") {
      if (moment === "during receive")
        cutDatabase(office, trial, victim, { at: "statement", marker: SETTLING });
      if (moment === "before the commit") cutDatabase(office, trial, victim, { at: "before commit" });
      if (moment === "after the commit") cutDatabase(office, trial, victim, { at: "after commit" });
      return undefined;
    }
    if (moment === "after the commit") return undefined;
    trial.struck = true;
    return moment === "during receive" ? "half" : "meanwhile";
  };
}

/**
 * Prepares a death.
 * @returns the hooks for the run in which it is to happen, and whether it has happened
 */
export function prepareCrash(
  office: FragileOffice,
  crash: Crash,
): { hooks: Hooks; hasStruck: () => boolean } {
  const { moment, victim, marker } = crash;
  calm(office);
  const trial: Trial = { struck: false };
  // In a SOAP reply the markup is escaped, in the parameters of a statement it is not: the name is the same.
  const name = marker.replace(/[<\s>]/g, "");
  const isClaim = moment === "before the claim" || moment === "after the claim";
  if (isClaim && victim !== "connector") {
    const at = moment === "before the claim" ? "before commit" : "after commit";
    cutDatabase(office, trial, victim, { at, marker });
  } else if (moment === "after the claim") {
    office.line.onReply = ({ operation }, reply) => {
      if (operation !== "sendRequestXML" || !reply.includes(name)) return undefined;
      office.line.onReply = undefined;
      trial.struck = true;
      return "after";
    };
  } else if (["during receive", "before the commit", "after the commit"].includes(moment)) {
    withinReceive(office, trial, crash, name);
  }
  const hooks = betweenCalls(office, trial, crash, (xml) => xml?.includes(marker) ?? false);
  return { hooks, hasStruck: () => trial.struck };
}

/** What was ordered and did not happen must not happen in a later run. */
export function calm(office: FragileOffice): void {
  office.line.onCall = undefined;
  office.line.onReply = undefined;
  for (const server of office.servers) server.database.forget();
}
