/** Called when something changed; `gone` when the person may see nothing any more. */
export interface Listener {
  onChange(): void;
  /** The version that the page was drawn with. */
  drawn(): string;
  /** The stream does not work here: ask instead. */
  onFailure(): void;
}

/** Failures in a row after which the page asks instead. */
const MOST_FAILURES = 3;
const RETRY_MS = 3_000;

/**
 * Follows the server's events until the returned function is called. A stream begins with the version of
 * that moment: what happened since the page was drawn, or during a break, was not told and shows itself there.
 */
export function followStream({ drawn, onChange, onFailure }: Listener): () => void {
  let failures = 0;
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    source = new EventSource("/api/live");
    source.addEventListener("ready", ({ data }) => {
      failures = 0;
      if (data !== drawn()) onChange();
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
