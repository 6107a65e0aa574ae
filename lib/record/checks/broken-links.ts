/** A place at which the record does not hold. */
export interface BrokenLink {
  /** The bill, payment, entry or organisation that the event is about. */
  subject: string;
  /** The event's number in its chain; null for what stands beside the chain. */
  seq: number | null;
  /** ISO 8601; the earliest broken link is told first. */
  at: string;
  /** What is wrong, in words. */
  fault: string;
}

/** As many are told; whoever rewrote a whole table broke more than anybody reads. */
export const SHOWN = 100;

const byTime = (a: BrokenLink, b: BrokenLink): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Gathers broken links and keeps the earliest of them, however many come. */
export class BrokenLinks {
  private kept: BrokenLink[] = [];

  add(...links: BrokenLink[]): void {
    this.kept.push(...links);
    if (this.kept.length > 2 * SHOWN) this.kept = this.earliest();
  }

  /** The earliest first. */
  earliest(): BrokenLink[] {
    return this.kept.sort(byTime).slice(0, SHOWN);
  }
}
