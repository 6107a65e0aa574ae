/** Called when something changed; `gone` when the person may see nothing any more. */
export interface Listener {
  onChange(): void;
  /** The stream does not work here: ask instead. */
  onFailure(): void;
}

/** Failures in a row after which the page asks instead. */
const MOST_FAILURES = 3;
const RETRY_MS = 3_000;

/**
 * Follows the server's events until the returned function is called. After a break the first event of the
 * new stream counts as a change: what happened in between was not told.
 */
export function followStream({ onChange, onFailure }: Listener): () => void {
  let failures = 0;
  let wasOpen = false;
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    source = new EventSource("/api/live");
    source.addEventListener("ready", () => {
      failures = 0;
      if (wasOpen) onChange();
      wasOpen = true;
    });
    source.addEventListener("change", onChange);
    // Drawing the page again leads to signing in.
    source.addEventListener("gone", () => {
      source?.close();
      onChange();
    });
    source.addEventListener("error", () => {
      // The browser's own retries never end and tell no reason, so we count for ourselves.
      source?.close();
      failures += 1;
      if (failures >= MOST_FAILURES) onFailure();
      else retry = setTimeout(open, RETRY_MS);
    });
  };

  open();
  return () => {
    clearTimeout(retry);
    source?.close();
  };
}
