import { expect, test } from "vitest";
import { stateDiagram } from "./state-diagram";

test("a move from two states makes two arrows, two moves between the same states one", () => {
  const diagram = stateDiagram(
    {
      send: { from: ["waiting"], to: "sent" },
      clear: { from: ["sent", "lost"], to: "waiting" },
      refuse: { from: ["sent"], to: "waiting" },
    },
    ["waiting"],
  );
  expect(diagram.split("\n")).toEqual([
    "```mermaid",
    "stateDiagram-v2",
    "    [*] --> waiting",
    "    waiting --> sent: send",
    "    sent --> waiting: clear, refuse",
    "    lost --> waiting: clear",
    "```",
  ]);
});
