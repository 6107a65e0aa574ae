export type SearchParams = Record<string, string | string[] | undefined>;

/** What an address says under a name; of several the first, empty where it says nothing. */
export const one = (value: string | string[] | undefined): string => [value].flat()[0] ?? "";

/** A page number out of an address that anybody may have written; what is none counts as the first. */
export function pageNumber(text: string): number {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of a record out of an address; undefined for what cannot be one. */
export const uuidOf = (text: string): string | undefined => (UUID.test(text) ? text : undefined);
