import { expect, test } from "vitest";
import { QbwcError } from "./qbwc-error";
import { readQwcFile } from "./qwc-file";
import { OWNER, TestService } from "./test-service";

const HTTPS = { AppURL: "https://ap.example.com/api/qbwc", AppSupport: "https://ap.example.com/help" };

async function read(change: Record<string, string | undefined>) {
  const service = await new TestService().start();
  try {
    return readQwcFile(service.qwc({ ...HTTPS, ...change }));
  } finally {
    service.stop();
  }
}

async function code(change: Record<string, string | undefined>): Promise<string> {
  const error: unknown = await read(change).catch((reason: unknown) => reason);
  if (!(error instanceof QbwcError)) throw new Error(`Taken: ${JSON.stringify(change)}`);
  return error.code;
}

test("reads what it needs", async () => {
  expect(await read({ IsReadOnly: "false", Style: "Document" })).toEqual({
    appName: "Countersign test",
    appUrl: HTTPS.AppURL,
    appDescription: "Bills & payments",
    appSupport: HTTPS.AppSupport,
    userName: "tester",
    ownerId: OWNER,
    fileId: expect.stringMatching(/^\{[0-9a-f-]{36}\}$/),
    isReadOnly: false,
    everySeconds: 900,
  });
});

test.each([
  ["no user name", { UserName: undefined }, "QBWC1039"],
  ["no AppID tag", { AppID: undefined }, "QBWC1039"],
  ["an unescaped &", { AppDescription: "Bills & payments" }, "QBWC1039"],
  ["a GUID without braces", { OwnerID: OWNER.slice(1, -1) }, "QBWC1039"],
  ["an element that is misspelt", { PersonalDataPrep: "pdpOptional" }, "QBWC1039"],
  ["a description over 80 characters", { AppDescription: "x".repeat(81) }, "QBWC1039"],
  ["point of sale", { QBType: "QBPOS" }, "QBWC1039"],
  ["a schedule of nothing", { Scheduler: "<RunEveryNMinutes>0</RunEveryNMinutes>" }, "QBWC1039"],
  ["different hosts", { AppSupport: "https://help.example.com/" }, "QBWC1000"],
  ["an IP address", { AppURL: "https://10.0.0.1/api" }, "QBWC1001"],
  ["an IP address for support", { AppSupport: "https://[::1]/help" }, "QBWC1002"],
  ["http to another host than localhost", { AppURL: "http://ap.example.com/api/qbwc" }, "QBWC1010"],
])("refuses %s", async (_name, change, expected) => {
  expect(await code(change)).toBe(expected);
});
