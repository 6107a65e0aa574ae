/** A text as it stands in the pattern of a LIKE: what would stand for any characters stands for itself. */
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);

/** The pattern of texts that contain this one. */
export const containing = (text: string): string => `%${escapeLike(text)}%`;

/** The pattern of texts that begin with this one. */
export const beginningWith = (text: string): string => `${escapeLike(text)}%`;
