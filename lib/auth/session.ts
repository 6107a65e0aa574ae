import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { db } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { safeNextPath } from "./next-path";
import { authOptions } from "./options";
import { claimsOf } from "./session-claims";
import { findActor } from "./store";

/**
 * Who is asking, as the database has them now; null when nobody is signed in, or not any more. Read
 * once a request, however many parts of the page ask.
 */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const claims = claimsOf(await getServerSession(authOptions()));
  return claims ? findActor(db(), claims) : null;
});

/**
 * The person behind a request that outlives its answer (an open stream), and a way to look again:
 * `again` reads the database each time it is asked. An open stream is no use of the session: one that is
 * left alone ends for it too.
 */
export async function watchActor(): Promise<{ actor: Actor; again(): Promise<Actor | null> } | null> {
  const claims = claimsOf(await getServerSession(authOptions()));
  const actor = claims && (await findActor(db(), claims));
  return actor ? { actor, again: () => findActor(db(), claims, { isUse: false }) } : null;
}

/**
 * For a page: as currentActor. Whoever is not signed in is sent to sign in, and comes back here afterwards;
 * who must set up a second factor first is sent to do that.
 */
export async function requireActor(): Promise<Actor> {
  const actor = await requireSession();
  if (actor.needsSecondFactor) redirect("/two-factor");
  return actor;
}

/** As requireActor for what asks the table of rights anyway, which says the same of the second factor. */
export async function requireSession(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const next = safeNextPath(await requestedPath());
  redirect(next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in");
}

/** The page that was asked for: proxy.ts names it; a server action comes from the page that called it. */
async function requestedPath(): Promise<string | undefined> {
  const given = await headers();
  const referer = given.get("referer");
  const path = given.get("x-requested-path");
  if (path && !given.has("next-action")) return path;
  if (!referer || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  return `${pathname}${search}`;
}
