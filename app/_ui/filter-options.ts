export type ComboboxOption = {
  value: string;
  label: string;
  /** A second, muted text: a number, a parent, a city. It is searched too. */
  hint?: string;
  disabled?: boolean;
};

type Indexed = { option: ComboboxOption; label: string; text: string };

/** Lower case without accents, so that "cafe" finds "Café". */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Folds the texts once, so that each key stroke only compares. */
export function indexOptions(options: readonly ComboboxOption[]): readonly Indexed[] {
  return options.map((option) => ({
    option,
    label: fold(option.label),
    text: fold(`${option.label} ${option.hint ?? ""}`),
  }));
}

/**
 * The options in which every word of the query occurs, at most `limit` of them, and how many there are in all.
 * Order: label equals the query, label begins with it, a word begins with it, the rest; the given order within each.
 */
export function filterOptions(
  index: readonly Indexed[],
  query: string,
  limit: number,
): { shown: readonly ComboboxOption[]; total: number } {
  const wanted = fold(query).trim();
  if (!wanted) return { shown: index.slice(0, limit).map((row) => row.option), total: index.length };
  const words = wanted.split(/\s+/);
  const ranks: [ComboboxOption[], ComboboxOption[], ComboboxOption[], ComboboxOption[]] = [[], [], [], []];
  for (const { option, label, text } of index) {
    if (!words.every((word) => text.includes(word))) continue;
    if (label === wanted) ranks[0].push(option);
    else if (label.startsWith(wanted)) ranks[1].push(option);
    else if (` ${text}`.includes(` ${wanted}`)) ranks[2].push(option);
    else ranks[3].push(option);
  }
  const found = ranks.flat();
  return { shown: found.slice(0, limit), total: found.length };
}
