import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readMessageSet } from "@/lib/quickbooks/qbxml/decode";
import { buildMessageSet } from "@/lib/quickbooks/qbxml/encode";
import { MESSAGES } from "@/lib/quickbooks/qbxml/messages/all";
import { recordData, requestData } from "@/lib/testing/qbxml-arbitrary";
import { replyDocument } from "@/lib/testing/qbxml-reply";
import { expectValidAgainstXsd } from "@/lib/testing/qbxml-xsd";

/** XML reads every line end as one new line. */
const asRead = (data: unknown) =>
  JSON.parse(JSON.stringify(data), (_key, value) =>
    typeof value === "string" ? value.replaceAll("\r\n", "\n") : value,
  );

describe.each(MESSAGES)("$name", (message) => {
  test("writes any data that fits, in an order that QuickBooks' schema takes", () => {
    const documents: string[] = [];
    const build = (data: unknown) => {
      documents.push(buildMessageSet({ version: "13.0", requests: [{ message, requestID: "1", data }] }));
    };
    fc.assert(fc.property(requestData(message), build), { numRuns: 25 });
    fc.assert(fc.property(requestData(message, { full: true }), build), { numRuns: 3 });
    expect(documents.every((xml) => /^[\r\n -~]*$/.test(xml))).toBe(true);
    expectValidAgainstXsd(...documents);
  });

  test.each(Object.entries(message.records))("reads every %s back as it was", async (name, field) => {
    const sets = fc.array(fc.oneof(recordData(field), recordData(field, { full: true })), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(sets, async (all) => {
        const records = all.map((data) => ({ name, field, data }));
        const reply = `${message.name}Rs`;
        // A reply without a Ret is itself the record, and none when it has no fields.
        const isReplyItself = name === reply;
        const replies = isReplyItself
          ? records.map((record) => ({ name: reply, records: [record] }))
          : [{ name: reply, records }];
        const { responses } = await readMessageSet(replyDocument(...replies));
        expect(responses.every((response) => response.message === message)).toBe(true);
        const read = responses.flatMap((response) => response.records.map(({ record }) => record));
        const written = isReplyItself ? all.filter((data) => Object.keys(data).length > 0) : all;
        expect(read).toEqual(written.map(asRead));
      }),
      { numRuns: 15 },
    );
  });

  test.each(Object.entries(message.records))("knows %s as QuickBooks' schema does", (name, field) => {
    const documents = fc
      .sample(recordData(field, { full: true }), 3)
      .map((data) => replyDocument({ name: `${message.name}Rs`, records: [{ name, field, data }] }));
    expectValidAgainstXsd(...documents);
  });
});
