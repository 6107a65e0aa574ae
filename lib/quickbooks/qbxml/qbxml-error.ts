import type { Problem } from "@/lib/quickbooks/qbxml/problem";

/**
 * Why a document could not be built or read. Closed: a caller can switch over it.
 * - `invalid-request`: data does not fit the description; see `problems`
 * - `malformed`: not well-formed XML (forbidden characters and unknown entities included)
 * - `truncated`: well-formed so far, but it ends too early
 * - `doctype`: a document type declaration; qbXML has none, so it can only be an attack
 * - `too-deep`, `too-large`: over a limit of `ReadLimits`
 * - `unexpected`: well-formed, but not the qbXML that the description tells of
 */
export type QbxmlErrorCode =
  | "invalid-request"
  | "malformed"
  | "truncated"
  | "doctype"
  | "too-deep"
  | "too-large"
  | "unexpected";

/** Thrown for documents that cannot be built or read. A refusal by QuickBooks is data, never this error. */
export class QbxmlError extends Error {
  override readonly name = "QbxmlError";

  constructor(
    readonly code: QbxmlErrorCode,
    message: string,
    readonly problems: readonly Problem[] = [],
  ) {
    super(message);
  }
}
