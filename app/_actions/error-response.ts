import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";

/** The answer of a route handler to an error: an AppError with its status and words, a bug with an id. */
export function errorResponse(error: unknown): Response {
  if (error instanceof AppError) {
    return Response.json({ error: error.code, message: error.message }, { status: error.status });
  }
  const errorId = randomUUID().slice(0, 8);
  log.error({ err: error, errorId }, "a route failed");
  return Response.json({ error: "bug", message: `Something went wrong. Error ${errorId}.` }, { status: 500 });
}
