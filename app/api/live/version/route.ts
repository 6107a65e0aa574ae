import { currentActor } from "@/lib/auth/session";
import { readVersion } from "@/lib/live/version-view";

export const dynamic = "force-dynamic";

/** What a page asks every few seconds where it cannot hold a stream open. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  // Whoever must set up a second factor sees nothing before: their page is drawn again, and leads there.
  if (!actor || actor.needsSecondFactor) return Response.json({ error: "unauthenticated" }, { status: 401 });
  return Response.json(
    { version: await readVersion(actor, {}) },
    { headers: { "cache-control": "no-store" } },
  );
}
