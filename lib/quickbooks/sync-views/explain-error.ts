import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";
import { explainHresult } from "@/lib/quickbooks/qbxml/hresults";
import { explainStatus } from "@/lib/quickbooks/qbxml/status-codes";
import { CONNECTION_TROUBLES, type Explanation } from "./connection-troubles";
import { ERROR_HELP, helpHref } from "./help-href";
import { situationOf } from "./situations";

const isTrouble = (code: string): code is TroubleCode => Object.hasOwn(CONNECTION_TROUBLES, code);

function explainCode(code: string, message: string): Explanation {
  if (isTrouble(code)) return CONNECTION_TROUBLES[code];
  return /^\d+$/.test(code) ? explainStatus(Number(code), message) : explainHresult(code, message);
}

/** An explanation with where the help says more. */
export interface ExplainedError extends Explanation {
  /** The row of the code in the help. */
  codeHref: string;
  /** The case that it is, where one is told apart. */
  situation: { title: string; href: string } | null;
}

/** What a sync error's code means and what to do, whichever kind of code it is. */
export function explainError(code: string, message: string): ExplainedError {
  const situation = situationOf(code, message);
  const { meaning, fix, who } = situation ?? explainCode(code, message);
  return {
    ...{ meaning, fix, who },
    codeHref: helpHref(code),
    situation: situation ? { title: situation.title, href: `${ERROR_HELP}#${situation.id}` } : null,
  };
}
