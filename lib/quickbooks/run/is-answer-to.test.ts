import { expect, test } from "vitest";
import { buildMessageSet, request } from "@/lib/quickbooks/qbxml/encode";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";
import { isAnswerTo } from "./is-answer-to";
import type { Message } from "./message-store";
import { payloadOf } from "./payload";

const asked = (purpose: Message["purpose"]): Message => ({
  ...{ id: "", runId: "", connectionId: "", purpose, messageSetId: purpose === "write" ? "c1" : null },
  ...{ settles: null, step: 0, state: "sent", requests: 1 },
  request: buildMessageSet({ requests: [request(vendorQuery, "4.1a2b3c4d", {})] }),
  ...{ response: null, responseBytes: null, hresult: null, hresultMessage: null },
  ...{ sentAt: new Date(0), answeredAt: null },
});

const document = (set: string, inside: string) =>
  payloadOf(`<?xml version="1.0" ?><QBXML><QBXMLMsgsRs${set}>${inside}</QBXMLMsgsRs></QBXML>`);
const answer = (name: string, id: string) =>
  `<${name}${id} statusCode="0" statusSeverity="Info" statusMessage="OK" />`;

test.each<[string, Message["purpose"], string, string, boolean]>([
  ["its own answer", "read", "", answer("VendorQueryRs", ' requestID="4.1a2b3c4d"'), true],
  ["that of another page", "read", "", answer("VendorQueryRs", ' requestID="4.9f8e7d6c"'), false],
  ["another element under its ID", "read", "", answer("AccountQueryRs", ' requestID="4.1a2b3c4d"'), false],
  ["what a probe brought", "read", ' newMessageSetID="c9" messageSetStatusCode="600"', "", false],
  ["a code for the whole write", "write", ' newMessageSetID="c1" messageSetStatusCode="9002"', "", true],
  ["one that names no set", "write", ' messageSetStatusCode="9002"', "", true],
  ["that of another write", "write", ' newMessageSetID="c9" messageSetStatusCode="600"', "", false],
])("%s, handed to a %s", async (_, purpose, set, inside, expected) => {
  expect(await isAnswerTo(asked(purpose), document(set, inside))).toBe(expected);
});

test.each([
  ["an answer that bears no requestID", answer("VendorQueryRs", "")],
  ["a document without an answer", ""],
])("%s cannot be read as anything", async (_, inside) => {
  await expect(isAnswerTo(asked("read"), document("", inside))).rejects.toThrow("The reply");
});
