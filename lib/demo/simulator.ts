import { z } from "zod";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";

/** A run of the simulated Web Connector may take this long; the other orders are done at once. */
const LONGEST_MS = 60_000;

const failure = z.object({ error: z.string() });

/**
 * Orders to the demo's simulated QuickBooks (e2e/quickbooks/control-server.ts). It listens on this
 * machine alone, so the browser cannot ask it: these calls go from server to server.
 * @throws AppError "not-found" outside the demo, "conflict" with its words when it refuses or is away
 */
export async function askSimulator<Schema extends z.ZodType>(
  path: string,
  answer: Schema,
  body?: Record<string, unknown>,
): Promise<z.output<Schema>> {
  const { DEMO, DEMO_SIMULATOR_URL } = env();
  if (DEMO !== "1" || !DEMO_SIMULATOR_URL) throw new AppError("not-found");
  const response = await fetch(new URL(path, DEMO_SIMULATOR_URL), {
    signal: AbortSignal.timeout(LONGEST_MS),
    cache: "no-store",
    ...(body
      ? { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) }
      : {}),
  }).catch((cause: unknown) => {
    throw new AppError("conflict", { message: "The simulated QuickBooks does not answer.", cause });
  });
  const said: unknown = await response.json();
  if (!response.ok) {
    throw new AppError("conflict", { message: failure.safeParse(said).data?.error ?? "It did not work." });
  }
  return answer.parse(said);
}
