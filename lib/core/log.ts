import { pino } from "pino";

/** One JSON object a line on standard output. Passwords, tickets and amounts are never passed to it. */
export const log = pino({ level: process.env.LOG_LEVEL ?? "info" });
