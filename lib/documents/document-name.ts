const MOST = 120;

/** The kinds of document a bill can have, by what their content says, with the ending that their name gets. */
export const ENDINGS = {
  "application/pdf": ".pdf",
  "image/png": ".png",
  "image/jpeg": ".jpg",
} as const;

export type DocumentType = keyof typeof ENDINGS;

const SAME_ENDING: Record<DocumentType, RegExp> = {
  "application/pdf": /\.pdf$/i,
  "image/png": /\.png$/i,
  "image/jpeg": /\.jpe?g$/i,
};

/**
 * A file's name as it is kept and shown: without folders, control characters and marks that turn the
 * direction of writing (they make "exe.pdf" of "fdp.exe"), not too long, with the ending of what it is.
 */
export function documentName(given: string, type: DocumentType): string {
  const last = given.split(/[\\/]/).at(-1) ?? "";
  const plain = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const stem = plain.replace(SAME_ENDING[type], "").replace(/^[. ]+|[. ]+$/g, "");
  const ending = SAME_ENDING[type].exec(plain)?.[0] ?? ENDINGS[type];
  // By code points: a cut between the halves of one would leave neither.
  const short = [...stem]
    .slice(0, MOST - ending.length)
    .join("")
    .trim();
  return `${short || "document"}${ending}`;
}
