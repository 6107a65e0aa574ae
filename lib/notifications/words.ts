import type { Kind, Told } from "./kinds";

const WORDS: Record<Kind, (told: Told) => string> = {
  waits: ({ what, forName }) =>
    forName ? `${what} waits for you in the place of ${forName}` : `${what} waits for your approval`,
  reminder: ({ what, days = 0 }) => `${what} has waited for you for ${days === 1 ? "a day" : `${days} days`}`,
  mentioned: ({ what, by }) => `${by} mentioned you on ${what}`,
  rejected: ({ what, by }) => `${by} rejected ${what}`,
  "sync-error": ({ what, removed }) =>
    removed ? `QuickBooks refused ${what} three times; it left the sync queue` : `QuickBooks refused ${what}`,
  silent: ({ what }) => `The Web Connector of ${what} has gone silent`,
};

/** What a notification says: one sentence without its full stop. */
export const wordsOf = (kind: Kind, told: Told): string => WORDS[kind](told);
