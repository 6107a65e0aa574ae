import { watchActor } from "@/lib/auth/session";
import { env } from "@/lib/core/env";
import { liveStream } from "@/lib/live/live-stream";
import { readVersion } from "@/lib/live/version-view";

export const dynamic = "force-dynamic";
export const runtime = "nodejs";

/** Server-sent events for one page: see lib/live/live-stream.ts. */
export async function GET(request: Request): Promise<Response> {
  // A server that is told to poll must not be held open; 204 tells an EventSource not to try again.
  if (env().LIVE === "poll") return new Response(null, { status: 204 });
  const watched = await watchActor();
  if (!watched) return Response.json({ error: "unauthenticated" }, { status: 401 });
  const { actor, again } = watched;
  const stream = liveStream({
    ...{ orgId: actor.orgId, again, signal: request.signal },
    version: () => readVersion(actor, {}),
  });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform: a proxy that compresses would hold events back; x-accel-buffering says so to nginx.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
