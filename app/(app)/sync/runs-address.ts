import { one, pageNumber, type SearchParams, uuidOf } from "@/app/_components/read-address";
import { RUN_STATES, type RunState } from "@/lib/quickbooks/sync-views/run-view";

/** What the list of runs shows, as its address says it. */
export interface RunsAsked {
  connectionId?: string;
  runState?: RunState;
  from?: string;
  to?: string;
  withErrors: boolean;
  q: string;
  page: number;
}

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && /^20\d\d-/.test(text);
};

/** Reads the address; what it says wrongly counts as not said, so that an old bookmark still opens. */
export function readRunsAsked(params: SearchParams): RunsAsked {
  const connectionId = uuidOf(one(params.connection));
  const [from, to] = [one(params.from), one(params.to)];
  const state = RUN_STATES.find((name) => name === one(params.state));
  return {
    ...(connectionId ? { connectionId } : {}),
    ...(state ? { runState: state } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
    withErrors: one(params.errors) === "1",
    q: one(params.q).trim().slice(0, 100),
    page: pageNumber(one(params.page)),
  };
}

/** The address of the list, without its page. */
export function runsHref({ connectionId, runState, from, to, withErrors, q }: RunsAsked): string {
  const query = new URLSearchParams({ tab: "runs" });
  for (const [name, value] of Object.entries({ connection: connectionId, state: runState, from, to, q })) {
    if (value) query.set(name, value);
  }
  if (withErrors) query.set("errors", "1");
  return `/sync?${query}`;
}
