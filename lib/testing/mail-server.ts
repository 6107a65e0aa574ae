import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail as it arrived. */
export interface ArrivedMail {
  /** Of the envelope. */
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  headers: ParsedMail["headers"];
}

/**
 * What the server does with a mail instead of taking it. A refusal is a number of SMTP's, 450 for now or 550 for
 * good. "before" drops the line before the mail is taken, "after" once it is, so that nobody is told.
 */
export type MailTrouble =
  | { at: "recipient" | "text"; refuse: number }
  | { at: "text"; drop: "before" | "after" };

export interface MailServer {
  /** For SMTP_URL. */
  url: string;
  /** What was taken, in order. */
  mails: ArrivedMail[];
  /** Of those, the ones to this address. */
  to(address: string): ArrivedMail[];
  /** What happens to the next mails, one each; those after them are taken. */
  trouble(...troubles: MailTrouble[]): void;
  close(): Promise<void>;
}

const refusal = (code: number) =>
  Object.assign(new Error(code < 500 ? "Come back later" : "We do not want this"), { responseCode: code });

/** A real mail server on a free port of this machine, without a password and without TLS. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ArrivedMail[] = [];
  const troubles: MailTrouble[] = [];

  async function take(text: Buffer, from: string, recipients: string[]) {
    const { subject = "", text: plain = "", html, messageId = "", headers } = await simpleParser(text);
    for (const to of recipients) {
      mails.push({ to, from, subject, text: plain, html: html || "", messageId, headers });
    }
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    closeTimeout: 1_000,
    onRcptTo(_address, _session, done) {
      const [next] = troubles;
      if (next?.at !== "recipient") return done();
      troubles.shift();
      done(refusal(next.refuse));
    },
    onData(stream, session, done) {
      const trouble = troubles[0]?.at === "text" ? troubles.shift() : undefined;
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const { mailFrom, rcptTo } = session.envelope;
        const taken = () =>
          take(
            Buffer.concat(chunks),
            mailFrom ? mailFrom.address : "",
            rcptTo.map(({ address }) => address),
          );
        if (trouble && "refuse" in trouble) return done(refusal(trouble.refuse));
        if (trouble && "drop" in trouble) {
          if (trouble.drop === "after") await taken();
          for (const line of server.connections) if (line.id === session.id) line.close();
          return;
        }
        await taken();
        done();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    to: (address) => mails.filter((mail) => mail.to === address),
    trouble: (...given) => void troubles.push(...given),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
