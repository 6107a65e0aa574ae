/** A source of numbers that are the same on every machine for one seed. */
export interface Random {
  seed: number;
  /** A whole number of at least 0 and less than `limit`. */
  below(limit: number): number;
  /** One of these. */
  pick<Row>(rows: readonly Row[]): Row;
  /** True so often: 0.25 is every fourth time. */
  chance(share: number): boolean;
}

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => next() % limit;
  return {
    seed,
    below,
    pick(rows) {
      const row = rows[below(rows.length)];
      if (row === undefined) throw new Error("there is nothing to pick from");
      return row;
    },
    chance: (share) => next() / 2 ** 32 < share,
  };
}

/** The seed of this test: SOAK_SEED, or the one given. Whatever fails must print it. */
export const seedOr = (usual: number): number => Number(process.env.SOAK_SEED ?? usual);

/** Whether the long tests run to their full length, as `npm run test:soak` has it. */
export const isSoak = (): boolean => process.env.SOAK === "1";
