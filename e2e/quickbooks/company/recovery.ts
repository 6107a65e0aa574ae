import { createHash } from "node:crypto";
import type { XmlNode } from "../qbxml/read-xml";
import type { StoredAnswer, StoredMessageSet } from "./state";
import type { Switches } from "./switches";

const LONGEST_ID = 24;

/** What is to be done with a message set, by its IDs. */
export type RecoveryPlan =
  | { kind: "run"; storeAs?: string }
  | { kind: "answer"; code: number | undefined; answers: string[] };

function canonical(node: XmlNode): string {
  const attributes = Object.entries(node.attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([node.name, attributes, node.text.trim(), node.children.map(canonical)]);
}

/** The checksum by which QuickBooks knows the same requests again. */
export function checksumOf(requests: XmlNode[]): string {
  return createHash("sha256").update(requests.map(canonical).join("")).digest("hex");
}

function stored(set: StoredMessageSet, switches: Switches): RecoveryPlan {
  if (!set.answers) return { kind: "answer", code: 9002, answers: [] };
  const answers = set.answers.map((one) =>
    switches.storedAnswer === "whole" ? one.whole : one.identityOnly,
  );
  return { kind: "answer", code: 0, answers };
}

function unknown(switches: Switches): RecoveryPlan {
  const { unknownMessageSet } = switches;
  return {
    kind: "answer",
    code: unknownMessageSet === "empty" ? undefined : Number(unknownMessageSet),
    answers: [],
  };
}

/**
 * Decides by newMessageSetID and oldMessageSetID whether a message set runs, and forgets what it lets go.
 * @param sets those stored for the application; changed in place.
 */
export function planRecovery(
  sets: StoredMessageSet[],
  ids: { newId?: string; oldId?: string },
  requests: XmlNode[],
  switches: Switches,
): RecoveryPlan {
  const { newId, oldId } = ids;
  if ([newId, oldId].some((id) => id !== undefined && (id === "" || id.length > LONGEST_ID))) {
    return { kind: "answer", code: 9004, answers: [] };
  }
  const empty = requests.length === 0;
  const known = sets.find((set) => set.id === newId);
  if (newId !== undefined && known) {
    const probing = empty && oldId === newId;
    if (!probing && known.checksum !== checksumOf(requests))
      return { kind: "answer", code: 9001, answers: [] };
    return stored(known, switches);
  }
  if (newId !== undefined && empty && oldId === newId) return unknown(switches);
  if (oldId !== undefined) {
    const index = sets.findIndex((set) => set.id === oldId);
    if (index >= 0) sets.splice(index, 1);
    else if (newId === undefined) return { kind: "answer", code: 600, answers: [] };
  }
  return { kind: "run", storeAs: newId };
}

/** Keeps a message set's outcome; without answers the set is known but its outcome is not. */
export function storeMessageSet(
  sets: StoredMessageSet[],
  id: string,
  requests: XmlNode[],
  answers: StoredAnswer[] | undefined,
  switches: Switches,
): void {
  const set: StoredMessageSet = { id, checksum: checksumOf(requests) };
  if (answers) set.answers = answers;
  sets.push(set);
  sets.splice(0, Math.max(0, sets.length - switches.messageSetsKept));
}
