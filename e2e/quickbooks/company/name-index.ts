import type { ListEntry } from "./state";

type List = Record<string, ListEntry>;
type Index = Map<string, ListEntry[]>;

// Looking through 20,000 vendors for each of a message's references took most of the time of a large push.
const indexes = new WeakMap<List, Index>();

function build(list: List): Index {
  const index: Index = new Map();
  for (const entry of Object.values(list)) {
    const key = entry.name.toLowerCase();
    const same = index.get(key);
    if (same) same.push(entry);
    else index.set(key, [entry]);
  }
  indexes.set(list, index);
  return index;
}

/**
 * The record of that name (the last part of its full name, in lower case) that passes the test. The index is
 * never told of changes: what it gives is tested against the record as it is, and on a miss it is made anew.
 */
export function findNamed(
  list: List,
  lowerName: string,
  passes: (entry: ListEntry) => boolean,
): ListEntry | undefined {
  const valid = (entry: ListEntry) =>
    list[entry.listId] === entry && entry.name.toLowerCase() === lowerName && passes(entry);
  const known = indexes.get(list)?.get(lowerName)?.find(valid);
  return known ?? build(list).get(lowerName)?.find(valid);
}
