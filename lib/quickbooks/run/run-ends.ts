import type { NewEvent } from "@/lib/audit/record";
import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";
import { explainHresult } from "@/lib/quickbooks/qbxml/hresults";
import { QbxmlError } from "@/lib/quickbooks/qbxml/qbxml-error";

/** QuickBooks could not parse a message: nothing of it was carried out. */
export const NOT_PARSED = "0x80040400";

/** The run cannot go on; the words go to the Web Connector's status column and to the Admin. */
export class RunEnds extends Error {
  private constructor(
    /** A word of ours, or an HRESULT as "0x80040414". */
    readonly code: string,
    message: string,
    /** What is to be written into the history; it outlives the transaction that is taken back. */
    readonly events: NewEvent[] = [],
  ) {
    super(message);
    this.name = "RunEnds";
  }

  /** For a reason that we found ourselves. */
  static because(code: TroubleCode, message: string, events: NewEvent[] = []): RunEnds {
    return new RunEnds(code, message, events);
  }

  /** For an HRESULT, in whatever form it came; QuickBooks' own words where it gave some. */
  static reported(hresult: string, words: string): RunEnds {
    const { code, meaning } = explainHresult(hresult, words);
    return new RunEnds(code, words || meaning);
  }

  /** What an error means for the run; undefined for a bug. */
  static by(error: unknown): RunEnds | undefined {
    if (error instanceof RunEnds) return error;
    if (!(error instanceof QbxmlError)) return undefined;
    return RunEnds.because(
      "unreadable-answer",
      `QuickBooks' answer could not be read: ${error.message} Nothing was changed.`,
    );
  }
}
