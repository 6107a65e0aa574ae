import { describe, expect, test } from "vitest";
import { mentionedIn, unfinishedMention } from "./use-mentions";

describe("the name that is being typed", () => {
  test.each<[text: string, query: string | null]>([
    ["@", ""],
    ["Ask @Ma", "Ma"],
    ["Ask @Marcus Be", "Marcus Be"],
    ["(@El", "El"],
    ["line one\n@Jo", "Jo"],
    ["joy@example.com", null],
    ["no name here", null],
    ["@ ", null],
    ["@Ma\nnext line", null],
  ])("%j", (text, query) => {
    expect(unfinishedMention(text, text.length)?.query ?? null).toBe(query);
  });

  test("is the one at the caret", () => {
    expect(unfinishedMention("Ask @Ma about it", 7)).toEqual({ at: 4, query: "Ma" });
    expect(unfinishedMention("Ask @Ma about it", 3)).toBeNull();
  });
});

describe("who is mentioned", () => {
  const people = [
    { value: "1", label: "Ann" },
    { value: "2", label: "Ann Lee" },
    { value: "3", label: "Bob" },
  ];
  test.each<[text: string, ids: string[]]>([
    ["@Ann Lee, is it yours?", ["2"]],
    ["@Ann and @Ann Lee and @Bob", ["2", "1", "3"]],
    ["Ann Lee and Bob", []],
    ["@Bo", []],
  ])("%j", (text, ids) => {
    expect(new Set(mentionedIn(text, people))).toEqual(new Set(ids));
  });
});
