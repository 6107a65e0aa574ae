import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { connectorVersions } from "@/db/schema";
import type { CallerInfo } from "./conversation";

/** "2.3.0.215": four numbers, of whatever length a later one may have. */
const VERSION = /^\d{1,5}(\.\d{1,5}){1,3}$/;

/** The login follows the version at once; the Web Connector's own time limits are far below this. */
const KEPT_MINUTES = 10;
/** Nobody has logged in yet who says it: no more than these are kept, whoever calls. */
const MOST = 1_000;

/** Notes what a Web Connector says its version is; what is no version, or was not asked for, is dropped. */
export async function noteConnectorVersion(db: Db, from: CallerInfo, version: string): Promise<void> {
  if (!VERSION.test(version)) return;
  await db
    .insert(connectorVersions)
    .values({ address: from.address, version })
    .onConflictDoUpdate({ target: connectorVersions.address, set: { version, saidAt: sql`now()` } });
  // Those that a login takes at this moment are its own.
  await db.execute(sql`
    delete from connector_versions where address in (
      select address from connector_versions where said_at < greatest(now() - make_interval(mins => ${KEPT_MINUTES}),
        (select said_at from connector_versions order by said_at desc offset ${MOST} limit 1))
      for update skip locked)`);
}

/** The version that was said from this address a moment ago; null where none was. */
export async function takeConnectorVersion(tx: Tx, from: CallerInfo): Promise<string | null> {
  const [said] = await tx
    .delete(connectorVersions)
    .where(eq(connectorVersions.address, from.address))
    .returning({
      version: connectorVersions.version,
      isFresh: sql<boolean>`${connectorVersions.saidAt} > now() - make_interval(mins => ${KEPT_MINUTES})`,
    });
  return said?.isFresh ? said.version : null;
}
