/** QuickBooks answers one request with a status other than 0; the others of the message go on. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly severity: "Info" | "Warn" | "Error" = "Error",
  ) {
    super(message);
  }
}

/** QuickBooks' request processor throws: there is no answer document at all. */
export class QuickBooksError extends Error {
  /** `hresult` as the Web Connector passes it on, "0x80040400". */
  constructor(
    readonly hresult: string,
    message: string,
  ) {
    super(message);
  }
}

/** 3120 in QuickBooks' manner of speaking. */
export function notFound(id: string): Refusal {
  return new Refusal(
    3120,
    `Object "${id}" specified in the request cannot be found. QuickBooks error message: The record is not in the company file.`,
  );
}

/** 3140 in QuickBooks' manner of speaking. */
export function badReference(kind: string, named: string, where: string): Refusal {
  return new Refusal(
    3140,
    `There is an invalid reference to QuickBooks ${kind} "${named}" in the ${where}. ` +
      "QuickBooks error message: Invalid argument. The specified record does not exist in the list.",
  );
}

/** 3150 in QuickBooks' manner of speaking. */
export function missing(element: string): Refusal {
  return new Refusal(3150, `There is a missing element: "${element}".`);
}

/** 3210: QuickBooks' own checks refused it. */
export function businessRule(element: string, why: string, severity: "Info" | "Error" = "Error"): Refusal {
  return new Refusal(
    3210,
    `The "${element}" field has an invalid value. QuickBooks error message: ${why}`,
    severity,
  );
}

/** 3200 in QuickBooks' manner of speaking. */
export function outOfDate(given: string): Refusal {
  return new Refusal(3200, `The provided edit sequence "${given}" is out-of-date.`);
}
