import { timingSafeEqual } from "node:crypto";
import { env } from "@/lib/core/env";
import { sha256 } from "@/lib/core/hash";
import { tick } from "@/lib/notifications/tick";

export const dynamic = "force-dynamic";

/** One round of the server's own work, for a scheduler where no server keeps running (Vercel's cron sends GET). */
export async function GET(request: Request): Promise<Response> {
  const { CRON_SECRET } = env();
  const given = request.headers.get("authorization") ?? "";
  if (!CRON_SECRET || !isSame(given, `Bearer ${CRON_SECRET}`))
    return new Response("Not found", { status: 404 });
  await tick(new Date());
  return new Response(null, { status: 204 });
}

/** Compares hashes, in a time that says nothing of where two texts differ. */
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(expected)));
