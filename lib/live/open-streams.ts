/**
 * The event streams this process holds open. `next start` waits for every connection when it is told to end, and
 * a stream never ends by itself: with one page open the server outlived SIGTERM by more than ten seconds.
 * On globalThis, because Next evaluates this module once for route handlers and once for instrumentation.
 */
const shared = globalThis as { countersignOpenStreams?: Set<() => void> };

function openStreams(): Set<() => void> {
  shared.countersignOpenStreams ??= new Set();
  return shared.countersignOpenStreams;
}

/**
 * @param close ends the stream; called at most once
 * @returns a function to call when the stream ended by itself
 */
export function registerOpenStream(close: () => void): () => void {
  openStreams().add(close);
  return () => {
    openStreams().delete(close);
  };
}

/** Ends every stream. One that fails to close must not keep the others open. */
export function closeOpenStreams(): void {
  for (const close of [...openStreams()]) {
    openStreams().delete(close);
    try {
      close();
    } catch {
      // A controller throws when its client has gone already, which is what was wanted.
    }
  }
}

export const openStreamCount = (): number => openStreams().size;
