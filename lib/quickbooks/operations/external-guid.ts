const UUID = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

/** An ExternalGUID as a UUID in lower case, without braces; null for 0, which QuickBooks writes for none. */
export const uuidOf = (guid: string | undefined): string | null =>
  guid?.match(UUID)?.[1]?.toLowerCase() ?? null;
