import { afterAll, beforeAll } from "vitest";
import { askAnnThenBob } from "./bill-story";
import { type Office, type OfficeOptions, openOffice } from "./office";

/**
 * An office for all tests of a file: Ann and then Bob approve, and the first run has brought the lists.
 * It is there from the first test on (and in a beforeAll that follows), and closed after the last.
 */
export function useOffice(options: OfficeOptions = {}): Office {
  const office = {} as Office;
  beforeAll(async () => {
    Object.assign(office, await openOffice(options));
    await askAnnThenBob(office);
    const { ok, error } = await office.run();
    if (!ok) throw new Error(`the first run failed: ${error?.message}`);
  });
  afterAll(() => office.close());
  return office;
}
