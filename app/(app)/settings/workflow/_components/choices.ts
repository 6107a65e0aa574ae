"use client";

import { createContext, useContext } from "react";
import type { PickOption } from "@/lib/ledger/ledger-views";
import type { GroupView } from "@/lib/workflow/groups";
import type { NamedEntry } from "@/lib/workflow/named-entries";
import type { PersonChoice } from "@/lib/workflow/workflow-views";

/** A company file, with the lists that are short enough to be sent whole. */
export interface FileChoice {
  id: string;
  name: string;
  accounts: PickOption[];
  classes: PickOption[];
}

export type KnownEntry = Pick<NamedEntry, "name" | "gone" | "companyFile">;

/** What rules can name, and what the named is called. */
export interface Choices {
  people: PersonChoice[];
  groups: GroupView[];
  files: FileChoice[];
  /** Undefined for an id that nobody has told of. */
  entryOf: (id: string) => KnownEntry | undefined;
  /** Remembers the name of something that was just chosen. */
  learn: (id: string, entry: KnownEntry) => void;
}

export const ChoicesContext = createContext<Choices | null>(null);

export function useChoices(): Choices & { nameOf: (id: string) => string } {
  const choices = useContext(ChoicesContext);
  if (!choices) throw new Error("ChoicesContext is not provided");
  return { ...choices, nameOf: (id) => choices.entryOf(id)?.name ?? "somebody unknown" };
}
