const ASK_EVERY_MS = 5_000;

/** The version the server tells; "gone" when nobody is signed in any more, undefined when it is away. */
async function askVersion(signal: AbortSignal): Promise<string | undefined> {
  const answer = await fetch("/api/live/version", { cache: "no-store", signal });
  if (answer.status === 401) return "gone";
  if (!answer.ok) return undefined;
  const body: unknown = await answer.json();
  return typeof body === "object" && body !== null && "version" in body ? String(body.version) : undefined;
}

/** Asks every five seconds whether something changed since `drawn`, until the returned function is called. */
export function followVersion(drawn: string, onChange: () => void): () => void {
  const stop = new AbortController();
  let known = drawn;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    // A server that is away is asked again in five seconds.
    const version = await askVersion(stop.signal).catch(() => undefined);
    if (stop.signal.aborted) return;
    if (version !== undefined && version !== known) onChange();
    known = version ?? known;
    timer = setTimeout(ask, ASK_EVERY_MS);
  };
  void ask();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
