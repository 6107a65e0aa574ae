import { cache } from "react";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/auth/session";
import { readVersion } from "@/lib/live/version-view";

/** The organisation's version that a page is drawn with; read once a request. */
export const drawnVersion = cache((actor: Actor) => readVersion(actor, {}));

/**
 * Who is asking, for a page that draws itself again when something changed: as requireActor, and only once
 * the version is read. A page and its shell are drawn at the same time; what a page read before its shell
 * read the version could be older than that, and nobody would draw it again.
 */
export async function requireFollower(): Promise<Actor> {
  const actor = await requireActor();
  await drawnVersion(actor);
  return actor;
}
