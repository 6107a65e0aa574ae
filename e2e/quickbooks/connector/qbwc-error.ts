/** An error of the Web Connector itself: what the user reads in its status column, never the server. */
export class QbwcError extends Error {
  /** `code` as Intuit numbers them: "QBWC1012". */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The connection broke while a reply was awaited. A hook throws it to cut the line at that moment. */
export class LineDropped extends Error {
  constructor(message = "The underlying connection was closed") {
    super(message);
  }
}
