import { expect, test } from "vitest";
import { OPERATION_NAMES } from "@/lib/quickbooks/operations/registry";
import { ALL_PUSHES } from "./all-pushes";

test("every operation of the registry has a push that is crashed, and each push is one of them", () => {
  expect([...new Set(ALL_PUSHES.map(({ operation }) => operation))].sort()).toEqual(
    [...OPERATION_NAMES].sort(),
  );
});
