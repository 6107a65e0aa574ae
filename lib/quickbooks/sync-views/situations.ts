import { FILE_SITUATIONS } from "./file-situations";
import { RECORD_SITUATIONS } from "./record-situations";
import type { Situation } from "./situation";

/** All there are, in the order in which they are looked through: of one code, those with words before the one without. */
export const SITUATIONS: readonly Situation[] = [...RECORD_SITUATIONS, ...FILE_SITUATIONS];

/** What a code means here, where QuickBooks' own words tell; undefined where the code's own row says all. */
export const situationOf = (code: string, message: string): Situation | undefined =>
  SITUATIONS.find(({ codes, words }) => codes.includes(code) && (words === undefined || words.test(message)));
