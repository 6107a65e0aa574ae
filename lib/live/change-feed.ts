import { connection } from "@/db/client";
import { CHANGES_CHANNEL } from "@/lib/access/announce";

type OnChange = () => void;

interface Feed {
  followers: Map<string, Set<OnChange>>;
  /** Resolves once the database listens; gives the function that ends it. */
  listening: Promise<() => Promise<void>> | undefined;
}

/** On globalThis, because Next evaluates this module once for each bundle: one LISTEN a process is enough. */
const shared = globalThis as { countersignChangeFeed?: Feed };

function feed(): Feed {
  shared.countersignChangeFeed ??= { followers: new Map(), listening: undefined };
  return shared.countersignChangeFeed;
}

function tell(followers: Iterable<OnChange>): void {
  for (const onChange of [...followers]) onChange();
}

async function listen(): Promise<void> {
  const { followers } = feed();
  feed().listening ??= connection().listen(
    CHANGES_CHANNEL,
    (orgId) => tell(followers.get(orgId) ?? []),
    // Notices of anybody may have been lost with the connection.
    () => tell([...followers.values()].flatMap((each) => [...each])),
  );
  try {
    await feed().listening;
  } catch (error) {
    feed().listening = undefined;
    throw error;
  }
}

/**
 * Calls `onChange` after each commit that changed something of this organisation, on whichever server.
 * Resolves once the database listens, so that nothing committed later is missed.
 * @returns a function that ends it
 */
export async function followChanges(orgId: string, onChange: OnChange): Promise<() => void> {
  const { followers } = feed();
  const own = followers.get(orgId) ?? new Set();
  followers.set(orgId, own);
  own.add(onChange);
  const leave = () => {
    own.delete(onChange);
    if (own.size === 0 && followers.get(orgId) === own) followers.delete(orgId);
  };
  try {
    await listen();
  } catch (error) {
    leave();
    throw error;
  }
  return leave;
}

/** Stops listening; the next follower begins anew. */
export async function stopFollowing(): Promise<void> {
  const { followers, listening } = feed();
  followers.clear();
  feed().listening = undefined;
  const end = await listening;
  await end?.();
}
