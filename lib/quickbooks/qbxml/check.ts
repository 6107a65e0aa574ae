import type { ElementEntry, Sequence } from "@/lib/quickbooks/qbxml/grammar";
import { layOut } from "@/lib/quickbooks/qbxml/layout";
import { AFTER_WRAPPER, isWrapped, type Message } from "@/lib/quickbooks/qbxml/message";
import type { Problem } from "@/lib/quickbooks/qbxml/problem";

export const DEFAULT_VERSION = "13.0";

/**
 * Everything that would keep this data from being sent: empty when QuickBooks' own schema would take it.
 * Whether the entries it names exist is for QuickBooks to say.
 *
 * @param version the qbXML version the message would be sent as
 */
export function checkRequest(message: Message, data: unknown, version = DEFAULT_VERSION): readonly Problem[] {
  return layOut(message, data, Number(version)).problems;
}

/** Does this qbXML version know the field? `path` as in a Problem, with or without indexes. */
export function supportsField(message: Message, path: string, version: string): boolean {
  const knows = (since: number) => since <= Number(version);
  if (!knows(message.since)) return false;
  let level: readonly Sequence[] = isWrapped(message) ? [message.request, AFTER_WRAPPER] : [message.request];
  for (const step of path.replace(/\[\d+\]/g, "").split(".")) {
    const entries = level.flatMap((sequence) => [...sequence.elements]);
    // An ordered list has a name in data but no element of its own: the step stays at its level.
    if (entries.some(([, { list }]) => list === step)) continue;
    const entry: ElementEntry | undefined = entries.find(([name]) => name === step)?.[1];
    if (!entry || !knows(entry.field.sinceVersion)) return false;
    level = entry.field.type.kind === "block" ? [entry.field.type.content] : [];
  }
  return true;
}
