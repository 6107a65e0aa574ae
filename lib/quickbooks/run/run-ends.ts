import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";

/** The run cannot go on; the words go to the Web Connector's status column and to the Admin. */
export class RunEnds extends Error {
  readonly code: TroubleCode | Hresult;

  constructor(code: TroubleCode | Hresult, message: string) {
    super(message);
    this.name = "RunEnds";
    this.code = code;
  }
}

/** As QuickBooks gives it: "0x80040414". */
export type Hresult = `0x${string}`;

/** An HRESULT as the Web Connector sends it; anything else it may send is shown as it is. */
export const asHresult = (text: string): Hresult => (text.startsWith("0x") ? (text as Hresult) : `0x${text}`);
