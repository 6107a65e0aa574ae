/** Kinds of edits that an organisation may let pass without asking the approvers again. */
export interface Restarting {
  dates: boolean;
  coding: boolean;
  documents: boolean;
  memo: boolean;
}

/** The part of a change that this looks at: a header field's name, or a line's ("Line 2, account"). */
interface Changed {
  field: string;
}

const KINDS: [pattern: RegExp, kind: keyof Restarting][] = [
  [/^(Date|Due date|Terms)$/, "dates"],
  [/^Documents$/, "documents"],
  [/^(Memo|Line \d+, description)$/, "memo"],
  [/^(A\/P account|Order of the lines|Line \d+, (account|item|class|customer:job|billable))$/, "coding"],
];

/**
 * Whether these edits of a bill in approval start its round again. The vendor, the invoice number, the
 * amounts, and a line more or less always do; the rest as the organisation decided.
 */
export const restartsApproval = (changes: readonly Changed[], settings: Restarting): boolean =>
  changes.some(({ field }) => {
    const kind = KINDS.find(([pattern]) => pattern.test(field))?.[1];
    return kind === undefined || settings[kind];
  });
