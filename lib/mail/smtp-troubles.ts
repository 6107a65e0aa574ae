/** What nodemailer says of a failure beside its message. */
interface SmtpError {
  code?: string;
  /** The command that was answered so: "RCPT TO", "DATA"; "API" when nodemailer itself refused. */
  command?: string;
  /** SMTP's own: 4xx for now, 5xx for good. */
  responseCode?: number;
}

const partsOf = (error: unknown): SmtpError => (error instanceof Error ? (error as SmtpError) : {});

/**
 * Whether the mail will never be taken: the recipient or the text was refused with a 5xx, or is no address.
 * A 5xx to anything else (a password, the sender) speaks of this server's settings, which somebody may correct.
 */
export function isRefusedForGood(error: unknown): boolean {
  const { code, command, responseCode = 0 } = partsOf(error);
  if (command === "API") return code === "EENVELOPE";
  return responseCode >= 500 && (command === "RCPT TO" || command === "DATA");
}

/** Whether other mails would meet the same: the server was not reached, or did not let us in. */
export function isServersTrouble(error: unknown): boolean {
  const { command, responseCode } = partsOf(error);
  return responseCode === undefined ? command !== "API" : command !== "RCPT TO" && command !== "DATA";
}

/** One line for the Admin: the mail server's own words where it gave any. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ").slice(0, 500);
