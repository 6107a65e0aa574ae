"use client";

import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

type Passwords = {
  /** By connection. */
  made: Readonly<Record<string, string>>;
  keep(connectionId: string, password: string): void;
};

const Context = createContext<Passwords>({ made: {}, keep: () => undefined });

/**
 * Passwords made since this page was loaded, in this window's memory alone: the server keeps a hash, and
 * what is gone with the window can be made anew.
 */
export function NewPasswords({ children }: { children: ReactNode }) {
  const [made, setMade] = useState<Record<string, string>>({});
  const keep = useCallback(
    (connectionId: string, password: string) =>
      setMade((before) => ({ ...before, [connectionId]: password })),
    [],
  );
  return <Context value={{ made, keep }}>{children}</Context>;
}

export const useNewPasswords = (): Passwords => useContext(Context);
