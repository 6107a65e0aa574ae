/**
 * Every error that a person may meet, with its HTTP status and its words. A code that has no row
 * here does not compile. Three kinds of error exist: these (expected), QuickBooks' refusals (data,
 * never thrown) and bugs (anything else, logged with an id and shown as such).
 */
const ERRORS = {
  unauthenticated: { status: 401, words: "Sign in to go on." },
  forbidden: { status: 403, words: "You do not have the right to do this." },
  "not-found": { status: 404, words: "This does not exist, or not any more." },
  invalid: { status: 422, words: "Some of what was entered is not valid." },
  conflict: { status: 409, words: "Someone else changed this a moment ago. Look at it again." },
  "bill-changed": {
    status: 409,
    words: "The bill was changed since you opened it. Look at it again before you decide.",
  },
  "wrong-state": { status: 409, words: "The bill is not in a state that allows this." },
  "already-signed": { status: 409, words: "You have already given your verdict on this bill in this round." },
  "not-asked": { status: 403, words: "The approval workflow does not ask you about this bill." },
  "not-your-turn": { status: 409, words: "It is not your turn yet: an earlier step has to approve first." },
  "not-needed": {
    status: 409,
    words: "Somebody else who was asked with you has approved: your approval is not needed any more.",
  },
  "own-bill": {
    status: 403,
    words: "Your organisation does not let people approve what they entered or changed themselves.",
  },
  "override-off": {
    status: 403,
    words: "Your organisation does not let Admins override the approval workflow.",
  },
  "no-approver": {
    status: 422,
    words: "Nobody in the approval workflow can approve this bill. Ask an Admin to add an approver.",
  },
  "rate-limited": { status: 429, words: "Too many attempts. Wait some minutes and try again." },
  "wrong-credentials": { status: 401, words: "The email address or the password is wrong." },
  "already-set-up": { status: 409, words: "This server already has its organisation." },
  "last-admin": {
    status: 409,
    words: "This is the last active Admin. Give somebody else the right of an Admin first.",
  },
  "own-password": {
    status: 409,
    words: "Choose a new password for yourself on your profile page.",
  },
  "code-needed": { status: 401, words: "Enter the code of your authenticator app." },
  "wrong-code": { status: 401, words: "The code is wrong, or was used already." },
  "code-unreadable": {
    status: 409,
    words:
      "The codes of your authenticator app cannot be checked any more, because the server's secret was changed. Use a recovery code, or ask an Admin to reset your two-factor sign-in.",
  },
  "second-factor-needed": {
    status: 403,
    words: "Your organisation asks everybody for two-factor sign-in. Set it up first.",
  },
  "link-over": {
    status: 410,
    words: "This link has been used, was taken back, or is too old. Ask for another.",
  },
  "already-asked": { status: 409, words: "This person is asked to approve the bill already." },
  "file-refused": { status: 422, words: "This file cannot be taken." },
  "file-too-large": { status: 413, words: "This file is too large." },
  "group-in-use": {
    status: 409,
    words: "The approval workflow asks this group. Take it out of the rules first.",
  },
  "name-taken": { status: 409, words: "This name is in use already." },
  "name-elsewhere": { status: 409, words: "A record of another kind has this name in QuickBooks." },
} as const satisfies Record<string, { status: number; words: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** What a person did wrong in one field: its path in the input, and a sentence. */
export interface FieldError {
  path: string;
  message: string;
}

const DIGEST = "app-error:";

/** The words of an expected error, from its digest; undefined for a bug. */
export function wordsOfDigest(digest: string | undefined): string | undefined {
  const code = digest?.startsWith(DIGEST) ? digest.slice(DIGEST.length) : "";
  return Object.hasOwn(ERRORS, code) ? ERRORS[code as ErrorCode].words : undefined;
}

/** An expected error: a code from the table, and what is known about it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: FieldError[];
  /** All of an error that Next hands from the server to error.tsx in production: its words stay behind. */
  readonly digest: string;

  constructor(code: ErrorCode, details: { message?: string; fields?: FieldError[]; cause?: unknown } = {}) {
    super(details.message ?? ERRORS[code].words, { cause: details.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = details.fields ?? [];
    this.digest = `${DIGEST}${code}`;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}
