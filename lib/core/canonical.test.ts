import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical";
import { sha256 } from "./hash";

test("is one text for one value, whatever the order of its keys", () => {
  expect(canonicalJson({ b: 1, a: [{ d: null, c: "é\n" }], z: undefined })).toBe(
    '{"a":[{"c":"é\\n","d":null}],"b":1}',
  );
  expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  expect(canonicalJson(undefined)).toBe("null");
});

test("reads back as what JSON makes of the value, and is stable from then on", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(text)).toEqual(plain);
      return canonicalJson(JSON.parse(text)) === text;
    }),
  );
});

test("sha256 is the standard's own", () => {
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
