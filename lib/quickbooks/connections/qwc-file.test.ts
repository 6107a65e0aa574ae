import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { OWNER_ID } from "./owner-id";
import { qwcFile } from "./qwc-file";

const login = {
  name: "Acme & Sons <AP>",
  username: "acme-7f3c",
  fileId: "{90A44FB5-33D9-4815-AC85-BC87A7E7D1EB}",
  runEveryMinutes: 15,
};

const read = (xml: string) =>
  new XMLParser({ ignoreDeclaration: true, parseTagValue: false }).parse(xml) as Record<string, unknown>;

test("every field that the Web Connector reads, and nothing else", () => {
  const xml = qwcFile(login, "https://bills.example.com");
  expect(xml.startsWith('<?xml version="1.0"?>')).toBe(true);
  expect(read(xml)).toEqual({
    QBWCXML: {
      AppName: "Acme & Sons <AP>",
      AppID: "",
      AppURL: "https://bills.example.com/api/qbwc",
      AppDescription: expect.stringMatching(/^.{1,80}$/),
      AppSupport: "https://bills.example.com/help/web-connector",
      UserName: "acme-7f3c",
      OwnerID: OWNER_ID,
      FileID: login.fileId,
      QBType: "QBFS",
      Style: "Document",
      PersonalDataPref: "pdpNotNeeded",
      UnattendedModePref: "umpOptional",
      AuthFlags: "0xF",
      IsReadOnly: "false",
      Notify: "false",
      Scheduler: { RunEveryNMinutes: "15" },
    },
  });
});

test("what is special in XML is escaped once (QBWC1039 otherwise)", () => {
  expect(qwcFile(login, "https://bills.example.com")).toContain(
    "<AppName>Acme &amp; Sons &lt;AP&gt;</AppName>",
  );
});

test("both GUIDs are in braces", () => {
  for (const guid of [OWNER_ID, login.fileId])
    expect(guid).toMatch(/^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/);
});
