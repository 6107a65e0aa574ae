import { expect, test } from "vitest";
import { chooseLookUp, type LookUpChoice, type PastLookUp } from "./choose-look-up";

const past = (isFailed: boolean, ...jobIds: string[]): PastLookUp => ({ isFailed, jobIds });

test.each<[string, string[], PastLookUp[], LookUpChoice]>([
  ["all at first", ["a", "b", "c"], [], { do: "ask", jobIds: ["a", "b", "c"] }],
  [
    "the first half of what failed",
    ["a", "b", "c"],
    [past(true, "a", "b", "c")],
    { do: "ask", jobIds: ["a", "b"] },
  ],
  [
    "what an answered half left of it",
    ["c"],
    [past(true, "a", "b", "c"), past(false, "a", "b")],
    { do: "ask", jobIds: ["c"] },
  ],
  [
    "one alone again, for the line may have failed",
    ["a", "b"],
    [past(true, "a")],
    { do: "ask", jobIds: ["a"] },
  ],
  [
    "none that failed alone three times",
    ["a", "b"],
    [past(true, "a", "b"), past(true, "a"), past(true, "a"), past(true, "a")],
    { do: "hand over", jobId: "a" },
  ],
  [
    "again, what an answer left open",
    ["a"],
    [past(false, "a"), past(false, "a")],
    { do: "ask", jobIds: ["a"] },
  ],
  ["nothing more where answers leave it open", ["a"], Array(3).fill(past(false, "a")), { do: "end" }],
])("it asks for %s", (_, open, before, expected) => {
  expect(chooseLookUp(open, before)).toEqual(expected);
});

test("of a hundred, the one that cannot be asked about is found in twenty questions", () => {
  let open = Array.from({ length: 100 }, (_, index) => `j${index}`);
  const asked: PastLookUp[] = [];
  const handedOver: string[] = [];
  while (open.length > 0) {
    const choice = chooseLookUp(open, asked);
    if (choice.do === "end") throw new Error("it gave up");
    const isFailed = choice.do === "ask" && choice.jobIds.includes("j37");
    if (choice.do === "ask") asked.push(past(isFailed, ...choice.jobIds));
    else handedOver.push(choice.jobId);
    const settled = choice.do === "ask" ? choice.jobIds : [choice.jobId];
    if (!isFailed) open = open.filter((jobId) => !settled.includes(jobId));
  }
  expect(handedOver).toEqual(["j37"]);
  expect(asked.length).toBeLessThanOrEqual(20);
});
