/**
 * nodemailer's options for SMTP_URL. They go into the address, because nodemailer reads nothing else beside
 * one; what the operator has put there (?tls.rejectUnauthorized=false, ?socketTimeout=…) stands.
 */
const OPTIONS: Record<string, string> = {
  pool: "true",
  maxConnections: "3",
  // Its pool would send a mail again by itself when the line drops: this would be a second attempt that nobody counts.
  maxRequeues: "0",
  connectionTimeout: "15000",
  greetingTimeout: "15000",
  // How long any one answer is waited for.
  socketTimeout: "60000",
};

/** SMTP_URL, "smtps://user:password@mail.example.com:465", with the options that deliver-mail.ts relies on. */
export function smtpOptions(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, value] of Object.entries(OPTIONS)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, value);
  }
  return url.href;
}
