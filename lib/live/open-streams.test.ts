import { expect, test } from "vitest";
import { closeOpenStreams, openStreamCount, registerOpenStream } from "./open-streams";

test("closing ends every stream once, even when one of them throws", () => {
  const closed: string[] = [];
  registerOpenStream(() => {
    throw new TypeError("Invalid state: Controller is already closed");
  });
  registerOpenStream(() => closed.push("a"));
  const ended = registerOpenStream(() => closed.push("b"));
  ended();
  expect(openStreamCount()).toBe(2);
  closeOpenStreams();
  closeOpenStreams();
  expect(closed).toEqual(["a"]);
  expect(openStreamCount()).toBe(0);
});
