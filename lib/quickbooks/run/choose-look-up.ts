/** A look-up that this run has made for a write. */
export interface PastLookUp {
  /** QuickBooks could not parse it, or its answer could not be read. */
  isFailed: boolean;
  jobIds: string[];
}

/** What to do about the jobs whose outcome is not known. */
export type LookUpChoice =
  | { do: "ask"; jobIds: string[] }
  /** It cannot be asked about, alone or with others: a person must look. */
  | { do: "hand over"; jobId: string }
  /** QuickBooks answers, and does not say. */
  | { do: "end" };

/** A question that fails or stays open this often in one run will not succeed in it. */
const MOST_TRIES = 3;

/**
 * The next look-up of a write: all open jobs at once; where such a question failed, one half after the other, until
 * the one job at fault stands alone. It is tried some times: a damaged line is not its fault.
 *
 * @param open at least one job, in order
 */
export function chooseLookUp(open: readonly string[], past: readonly PastLookUp[]): LookUpChoice {
  const [first = ""] = open;
  const before = past.filter(({ jobIds }) => jobIds.includes(first));
  if (before.filter(({ isFailed }) => !isFailed).length >= MOST_TRIES) return { do: "end" };
  const failed = before.filter(({ isFailed }) => isFailed).map(({ jobIds }) => jobIds);
  const least = Math.min(...failed.map((jobIds) => jobIds.length));
  const smallest = failed.filter((jobIds) => jobIds.length === least);
  if (least === 1 && smallest.length >= MOST_TRIES) return { do: "hand over", jobId: first };
  const among = smallest[0] ? open.filter((jobId) => smallest[0]?.includes(jobId)) : open;
  return { do: "ask", jobIds: among.slice(0, smallest[0] ? Math.ceil(among.length / 2) : among.length) };
}
