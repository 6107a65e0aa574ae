import { afterAll, beforeAll } from "vitest";
import { type Env, env } from "@/lib/core/env";

/**
 * Settings for the tests of one file, put back after the last: files share a process, and it reads its
 * settings once.
 */
export function useSettings(settings: () => Partial<Env>): void {
  let before: Partial<Env> = {};
  beforeAll(() => {
    before = { ...env() };
    Object.assign(env(), settings());
  });
  afterAll(() => void Object.assign(env(), before));
}
