import { afterAll, beforeAll } from "vitest";
import type { Db } from "@/db/client";
import { testDatabase } from "./database";
import { createEstate, type Estate } from "./estate";
import { useDatabase } from "./people";

interface Estates {
  db: Db;
  /** Another organisation with one of everything; no two bear the same name. */
  open(name: string): Promise<Estate>;
}

/** A database for all tests of a file, in which each test opens the organisations it needs; closed after the last. */
export function useEstates(): Estates {
  const estates = {} as Estates;
  let count = 0;
  let close: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const database = await testDatabase();
    close = database.close;
    useDatabase(database.connection);
    estates.db = database.db;
    estates.open = (name) => createEstate(database.db, `${name} ${++count}`);
  });
  afterAll(() => close?.());
  return estates;
}
