/** What an open iterator has still to give. */
export interface Iterator {
  /** The request it was started with, without iterator attributes: every Continue must ask the same. */
  asked: string;
  rest: Row[];
}

/** One record of an answer, written when its page goes out. */
export type Row = () => string;

/** The iterators of one session; they end with it. */
export type Iterators = Map<string, Iterator>;
