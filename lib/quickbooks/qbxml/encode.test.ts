import { expect, test } from "vitest";
import { buildMessageSet, type MessageSet, request } from "@/lib/quickbooks/qbxml/encode";
import { accountQuery } from "@/lib/quickbooks/qbxml/messages/account-query";
import { vendorAdd } from "@/lib/quickbooks/qbxml/messages/vendor-add";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";
import { QbxmlError } from "@/lib/quickbooks/qbxml/qbxml-error";
import { expectValidAgainstXsd } from "@/lib/testing/qbxml-xsd";

function refusalOf(set: MessageSet): QbxmlError {
  try {
    buildMessageSet(set);
  } catch (error) {
    if (error instanceof QbxmlError) return error;
    throw error;
  }
  throw new Error("It was built");
}

test("the probe that asks for a stored answer has no requests", () => {
  const xml = buildMessageSet({ newMessageSetID: "cs42", oldMessageSetID: "cs42", requests: [] });
  expect(xml).toBe(
    '<?xml version="1.0" encoding="utf-8"?><?qbxml version="13.0"?><QBXML>' +
      '<QBXMLMsgsRq onError="stopOnError" newMessageSetID="cs42" oldMessageSetID="cs42"/></QBXML>',
  );
  expectValidAgainstXsd(xml);
});

test("several requests keep their order", () => {
  const xml = buildMessageSet({
    version: "16.0",
    requests: [
      request(vendorQuery, "b", {}),
      request(accountQuery, "a", {}),
      request(vendorAdd, "c", { Name: "X" }),
    ],
  });
  expect([...xml.matchAll(/requestID="(\w)"/g)].map(([, id]) => id)).toEqual(["b", "a", "c"]);
  expect(xml).toContain('<?qbxml version="16.0"?>');
  expectValidAgainstXsd(xml);
});

test("refuses a set with all that is wrong in any of its requests", () => {
  const error = refusalOf({
    requests: [
      { message: vendorAdd, requestID: "1", data: { Phone: "1".repeat(22) } },
      { message: accountQuery, requestID: "2", data: {}, attributes: { iterator: "Start" } },
      { message: vendorQuery, requestID: "2", data: { Nmae: "x" } },
    ],
  });
  expect(error.code).toBe("invalid-request");
  expect(error.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
    "requestID bad-form",
    "Name missing",
    "Phone too-long",
    "iterator unknown",
    "Nmae unknown",
  ]);
  expect(error.message).toContain("Phone is 22 characters long; QuickBooks takes at most 21.");
});

test.each<[string, Partial<MessageSet>]>([
  ["a message set ID of 25 characters", { newMessageSetID: "x".repeat(25) }],
  ["an empty message set ID", { oldMessageSetID: "" }],
  ["a version that is none", { version: "13" }],
  ["a requestID of 51 characters", { requests: [request(vendorQuery, "x".repeat(51), {})] }],
  ["Continue without an iteratorID", { requests: [request(vendorQuery, "1", {}, { iterator: "Continue" })] }],
  [
    "Start with an iteratorID",
    { requests: [request(vendorQuery, "1", {}, { iterator: "Start", iteratorID: "{}" })] },
  ],
])("refuses %s", (_, set) => {
  expect(refusalOf({ requests: [], ...set }).problems).toHaveLength(1);
});

test("control characters and halves of characters are refused, never sent", () => {
  for (const bad of ["\u0007", "\u0000", "\ud83d", "\ufffe", "\u{1F600}"]) {
    const error = refusalOf({ requests: [request(vendorAdd, "1", { Name: `Acme${bad}` })] });
    expect(error.problems).toMatchObject([{ path: "Name", code: "bad-character" }]);
  }
});

test("text that looks like a reference stays that text", () => {
  const name = "A&P &amp; &#233; &lt;b&gt; ]]>";
  const xml = buildMessageSet({ requests: [request(vendorAdd, "1", { Name: name })] });
  expect(xml).toContain("<Name>A&amp;P &amp;amp; &amp;#233; &amp;lt;b&amp;gt; ]]&gt;</Name>");
  expectValidAgainstXsd(xml);
});
