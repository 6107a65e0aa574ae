import { type DestinationStream, pino } from "pino";
import { describeError } from "./describe-error";

/** One JSON object a line. Passwords, tickets, documents and amounts are never passed to it, nor kept in an error. */
export const createLog = (destination?: DestinationStream) =>
  pino(
    { level: process.env.LOG_LEVEL ?? "info", serializers: { err: describeError } },
    ...(destination ? [destination] : []),
  );

/** The log of this process, on standard output. */
export const log = createLog();
