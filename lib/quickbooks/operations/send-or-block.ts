import type { Job } from "@/lib/queue/job-moves";
import { checkRequest } from "@/lib/quickbooks/qbxml/check";
import type { Request } from "@/lib/quickbooks/qbxml/encode";
import type { Plan } from "./write-operation";

/** Sends a request, or puts its job aside where QuickBooks' own schema would refuse it. */
export function sendOrBlock(
  { job, version }: { job: Job; version: string },
  operation: string,
  built: Request,
  payload: unknown,
): Plan {
  const [problem] = checkRequest(built.message, built.data, version);
  if (problem) return { do: "block", job, on: null, reason: problem.text };
  return { do: "send", job, operation, request: built, payload };
}
