import { join } from "node:path";
import { z } from "zod";

const variable = <Schema extends z.ZodType>(schema: Schema, about: string, example: string) => ({
  schema,
  about,
  example,
});

const flag = z.enum(["0", "1"]).default("0");
const count = (initial: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(initial);

/**
 * Every setting, once: what it must look like, what it is for, an example.
 * The table in README.md is generated from this (`npm run docs:config`).
 */
export const VARIABLES = {
  DATABASE_URL: variable(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
      .optional(),
    "The PostgreSQL database (15 or newer). A host ending in .neon.tech is reached over WebSockets. When unset, `npm start` runs a PostgreSQL of its own below DATA_DIR.",
    "postgres://user:password@db.example.com/countersign",
  ),
  NEXTAUTH_SECRET: variable(
    z.string().min(32, "must have at least 32 characters").optional(),
    "Signs the sessions. When unset, `npm start` makes one and keeps it in DATA_DIR.",
    "the output of: openssl rand -base64 32",
  ),
  NEXTAUTH_URL: variable(
    z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
    "The address people and the Web Connector use. The Web Connector insists on https, except on localhost.",
    "https://bills.example.com",
  ),
  PORT: variable(count(3000, 1, 65535), "The port to listen on.", "3000"),
  HOST: variable(z.string().default("0.0.0.0"), "The address `npm start` listens on.", "127.0.0.1"),
  DATA_DIR: variable(
    z.string().default(".data"),
    "Where `npm start` keeps its own database, its secret and the bills' documents.",
    "/var/lib/countersign",
  ),
  FILES_DIR: variable(
    z.string().optional(),
    "Where the bills' documents are kept, unless S3_BUCKET is set. `files` below DATA_DIR when unset. Several servers need one folder that all of them see, or a bucket.",
    "/var/lib/countersign/files",
  ),
  S3_BUCKET: variable(
    z.string().optional(),
    "Keeps the bills' documents in this bucket of an S3-compatible store instead of a folder (with its key and secret). It need not be public, and should not be.",
    "countersign-documents",
  ),
  S3_ENDPOINT: variable(
    z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
    "The store's address. When unset, Amazon's own for S3_REGION.",
    "https://s3.eu-central-003.backblazeb2.com",
  ),
  S3_REGION: variable(z.string().default("us-east-1"), "The bucket's region.", "eu-central-1"),
  S3_ACCESS_KEY_ID: variable(
    z.string().optional(),
    "May read, write and delete objects of the bucket.",
    "AKIA…",
  ),
  S3_SECRET_ACCESS_KEY: variable(z.string().optional(), "See S3_ACCESS_KEY_ID.", "…"),
  MAX_DOCUMENT_MB: variable(
    count(20, 1, 200),
    "The largest document (PDF, PNG, JPEG) a bill can have, in megabytes.",
    "20",
  ),
  DATABASE_POOL_MAX: variable(count(10, 1, 200), "Database connections one server opens at most.", "10"),
  QBWC_MAX_BODY_MB: variable(
    count(60, 1, 4096),
    "The longest answer accepted from the Web Connector, in megabytes. Pages of lists are kept below a quarter of it, and below four; the chart of accounts, which comes whole, has seldom ten. Where something in front of the server lets less through, set that.",
    "60",
  ),
  RUN_SILENT_AFTER_SECONDS: variable(
    count(300, 10, 86_400),
    "A Web Connector run that has been silent for so long is taken for dead, and another may start.",
    "300",
  ),
  SESSION_HOURS: variable(
    count(12, 1, 24 * 90),
    "Hours without use after which a person must sign in again.",
    "12",
  ),
  GOOGLE_CLIENT_ID: variable(
    z.string().optional(),
    "Sign in with Google (with its secret).",
    "….apps.googleusercontent.com",
  ),
  GOOGLE_CLIENT_SECRET: variable(z.string().optional(), "See GOOGLE_CLIENT_ID.", "GOCSPX-…"),
  AZURE_AD_CLIENT_ID: variable(z.string().optional(), "Sign in with Microsoft (all three).", "a GUID"),
  AZURE_AD_CLIENT_SECRET: variable(z.string().optional(), "See AZURE_AD_CLIENT_ID.", "…"),
  AZURE_AD_TENANT_ID: variable(z.string().optional(), "See AZURE_AD_CLIENT_ID.", "a GUID, or common"),
  SMTP_URL: variable(
    z
      .string()
      .regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")
      .optional(),
    "The mail server. Without one nobody gets mail: invitations and new passwords are shown to the Admin as links.",
    "smtps://user:password@mail.example.com:465",
  ),
  MAIL_FROM: variable(
    z.string().default("Countersign <countersign@localhost>"),
    "Whom mail comes from.",
    "Countersign <bills@example.com>",
  ),
  NOTIFICATION_DAYS: variable(
    count(90, 7, 3650),
    "Days for which notifications that were read, and the list of mail that was sent or has failed, are kept.",
    "365",
  ),
  CRON_SECRET: variable(
    z.string().min(16, "must have at least 16 characters").optional(),
    "Lets a scheduler (`Authorization: Bearer …`, as Vercel sends it) call /api/tick, which tells people and sends mail where no server keeps running. Without one the address does not exist.",
    "the output of: openssl rand -hex 24",
  ),
  LOG_LEVEL: variable(
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    "How much the server logs.",
    "debug",
  ),
  LIVE: variable(
    z.enum(["sse", "poll"]).optional(),
    "How pages learn of changes: one open stream each (sse), or by asking (poll), which Vercel needs and gets by itself.",
    "poll",
  ),
  DEMO: variable(
    flag,
    "1 shows the Admin the switches of the demo's simulated QuickBooks. Never on a real server.",
    "1",
  ),
  DEMO_SIMULATOR_URL: variable(
    z.url().optional(),
    "Where the demo's simulated QuickBooks takes orders. Set by `npm run demo`.",
    "http://127.0.0.1:4100",
  ),
  COUNTERSIGN_DB_DRIVER: variable(
    z.enum(["pg", "neon"]).optional(),
    "Overrides the choice of database driver that DATABASE_URL's host makes.",
    "pg",
  ),
  COUNTERSIGN_NEON_PROXY: variable(
    z.string().optional(),
    "A WebSocket proxy in front of a plain PostgreSQL, to test the Neon driver without Neon.",
    "127.0.0.1:5480",
  ),
} as const;

type Variables = typeof VARIABLES;
export type Env = { readonly [Name in keyof Variables]: z.output<Variables[Name]["schema"]> } & {
  readonly LIVE: "sse" | "poll";
  readonly FILES_DIR: string;
};

/** Settings that only make sense together: some of them set without the rest is a mistake worth naming. */
const GROUPS = [
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  ["AZURE_AD_CLIENT_ID", "AZURE_AD_CLIENT_SECRET", "AZURE_AD_TENANT_ID"],
  ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
] as const;

/**
 * Reads the settings from a record such as process.env. An empty value counts as unset.
 * @throws Error that names every wrong variable, what is wrong with it, and an example. Never the value: it may be a secret.
 */
export function readEnv(record: Readonly<Record<string, string | undefined>>): Env {
  const given = (name: string) => record[name]?.trim() || undefined;
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { schema, example }] of Object.entries(VARIABLES)) {
    const result = schema.safeParse(given(name));
    if (result.success) values[name] = result.data;
    else problems.push(`${name}: ${result.error.issues[0]?.message ?? "is wrong"} (for example: ${example})`);
  }
  for (const group of GROUPS) {
    const missing = group.filter((name) => !given(name));
    if (missing.length > 0 && missing.length < group.length) {
      problems.push(`${missing.join(", ")}: needed together with ${group.filter(given).join(", ")}`);
    }
  }
  if (problems.length > 0) throw new Error(`The settings are wrong:\n  ${problems.join("\n  ")}`);
  // A serverless function may not hold a stream open, so Vercel (which sets VERCEL=1) gets polling unless told.
  values.LIVE ??= given("VERCEL") ? "poll" : "sse";
  values.FILES_DIR ??= join(String(values.DATA_DIR), "files");
  return values as Env;
}

let memo: Env | undefined;

/** The settings of this process, read once. */
export function env(): Env {
  memo ??= readEnv(process.env);
  return memo;
}
