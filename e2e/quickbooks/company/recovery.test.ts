import { describe, expect, test } from "vitest";
import { childText, type XmlNode } from "../qbxml/read-xml";
import { billAdd, DemoSession } from "./demo-session";
import { QuickBooksError } from "./refusal";

const ids = (newId?: string, oldId?: string) =>
  `onError="continueOnError"${newId === undefined ? "" : ` newMessageSetID="${newId}"`}${
    oldId === undefined ? "" : ` oldMessageSetID="${oldId}"`
  }`;
const code = (set: XmlNode) => set.attributes.messageSetStatusCode;
const bills = (demo: DemoSession) => demo.company.txns().length;

describe("message sets", () => {
  test("the same ID with the same requests brings the stored answer and adds nothing", () => {
    const demo = new DemoSession();
    const first = demo.send(billAdd(), ids("X"));
    const second = demo.send(billAdd(), ids("X"));
    expect(second).toEqual(first);
    expect([code(first), bills(demo)]).toEqual(["0", 1]);
  });

  test("the same ID with other requests is 9001", () => {
    const demo = new DemoSession();
    demo.send(billAdd(), ids("X"));
    expect(code(demo.send(billAdd({ after: "" }), ids("X")))).toBe("9001");
    expect(bills(demo)).toBe(1);
  });

  test("asking with both IDs and nothing else brings the answer, keeps it, and does nothing", () => {
    const demo = new DemoSession();
    const first = demo.send(billAdd(), ids("X"));
    demo.reopen();
    for (const _twice of [1, 2]) expect(demo.send("", ids("X", "X")).children).toEqual(first.children);
    expect(bills(demo)).toBe(1);
  });

  test("asking with the old ID alone forgets it", () => {
    const demo = new DemoSession();
    demo.send(billAdd(), ids("X"));
    expect(code(demo.send("", ids(undefined, "X")))).toBe("0");
    expect(code(demo.send("", ids(undefined, "X")))).toBe("600");
    expect(code(demo.send("", ids("X", "X")))).toBe("600");
  });

  test("the normal form forgets the old one and stores the new one", () => {
    const demo = new DemoSession();
    demo.send(billAdd(), ids("X"));
    demo.send(billAdd(), ids("Y", "X"));
    expect([code(demo.send("", ids("X", "X"))), code(demo.send("", ids("Y", "Y")))]).toEqual(["600", "0"]);
    expect(bills(demo)).toBe(2);
  });

  test.each(["600", "9002", "empty"] as const)("an unknown set can be answered %s", (unknownMessageSet) => {
    const demo = new DemoSession({ switches: { unknownMessageSet } });
    const set = demo.send("", ids("X", "X"));
    expect(code(set)).toBe(unknownMessageSet === "empty" ? undefined : unknownMessageSet);
    expect(set.children).toEqual([]);
  });

  test("as many are kept as QuickBooks is set to keep", () => {
    const one = new DemoSession();
    const two = new DemoSession({ switches: { messageSetsKept: 2 } });
    for (const demo of [one, two]) for (const id of ["X", "Y"]) demo.send(billAdd(), ids(id));
    expect(code(one.send("", ids("X", "X")))).toBe("600");
    expect(code(two.send("", ids("X", "X")))).toBe("0");
  });

  test("a stored answer may come as the identity alone", () => {
    const demo = new DemoSession({ switches: { storedAnswer: "identityOnly" } });
    const after = "<ExternalGUID>{57F3B9B1-86F1-4FCC-B1EE-566DE1813D20}</ExternalGUID>";
    const bill = demo.send(billAdd({ after }), ids("X")).children[0]?.children[0];
    const [answer] = demo.send("", ids("X", "X")).children;
    const recovery = answer?.children[0];
    expect(answer?.attributes.requestID).toBe("b");
    expect(recovery?.name).toBe("ErrorRecovery");
    for (const name of ["TxnID", "EditSequence", "ExternalGUID"]) {
      expect(childText(recovery, name)).toBe(childText(bill, name));
    }
  });

  test("an ID over 24 characters is 9004", () => {
    const demo = new DemoSession();
    expect(code(demo.send(billAdd(), ids("x".repeat(25))))).toBe("9004");
    expect(code(demo.send(billAdd(), ids("x".repeat(24))))).toBe("0");
    expect(bills(demo)).toBe(1);
  });

  test("a lost answer is 9002: it ran, and nobody knows", () => {
    const demo = new DemoSession({ switches: { loseStoredAnswers: true } });
    demo.send(billAdd(), ids("X"));
    expect([code(demo.send("", ids("X", "X"))), bills(demo)]).toEqual(["9002", 1]);
  });

  test("QuickBooks dies after the first of two: one bill, no answer, 9002 afterwards", () => {
    const demo = new DemoSession({ switches: { dieAfterRequests: 1 } });
    expect(() => demo.send(billAdd() + billAdd(), ids("X"))).toThrow(QuickBooksError);
    expect(() => demo.send("<HostQueryRq/>")).toThrow(/session has ended/);
    demo.reopen();
    expect([code(demo.send("", ids("X", "X"))), bills(demo)]).toEqual(["9002", 1]);
  });

  test("a restored backup has neither the bill nor the stored answer", () => {
    const demo = new DemoSession();
    const backup = demo.company.snapshot();
    demo.send(billAdd(), ids("X"));
    demo.company.restoreBackup(backup);
    expect([code(demo.send("", ids("X", "X"))), bills(demo)]).toEqual(["600", 0]);
  });

  test("each application has its own", () => {
    const demo = new DemoSession();
    demo.send(billAdd(), ids("X"));
    demo.session = demo.company.beginSession("", "{B}");
    expect(code(demo.send("", ids("X", "X")))).toBe("600");
  });
});

describe("one message set, several requests", () => {
  const BAD = billAdd({ lines: "" });

  test("continueOnError runs on, stopOnError leaves the rest unprocessed", () => {
    const codes = (onError: string) =>
      new DemoSession()
        .askAll(billAdd() + BAD + billAdd(), `onError="${onError}"`)
        .map(({ code: one }) => one);
    expect(codes("continueOnError")).toEqual([0, 3150, 0]);
    expect(codes("stopOnError")).toEqual([0, 3150, 3231]);
  });

  test("responseData=includeNone leaves out what was added", () => {
    const [answer] = new DemoSession().askAll(billAdd(), 'onError="stopOnError" responseData="includeNone"');
    expect([answer?.code, answer?.rets]).toEqual([0, []]);
  });

  test.each([
    ["no onError", ""],
    ["rollbackOnError, which QuickBooks Desktop does not have", 'onError="rollbackOnError"'],
    ["a misspelt attribute", 'onError="stopOnError" newMessageSetId="X"'],
  ])("refuses %s", (_name, attributes) => {
    expect(() => new DemoSession().send("", attributes)).toThrow(QuickBooksError);
  });

  test("refuses a version it does not know, and a document without one", () => {
    const demo = new DemoSession();
    expect(() => demo.send("<HostQueryRq/>", 'onError="stopOnError"', "99.0")).toThrow(
      expect.objectContaining({ hresult: "0x80040423" }),
    );
    const bare = '<?xml version="1.0"?><QBXML><QBXMLMsgsRq onError="stopOnError"/></QBXML>';
    expect(() => demo.session.process(bare)).toThrow(expect.objectContaining({ hresult: "0x80040400" }));
  });

  test("a request ID over 50 characters is refused", () => {
    expect(new DemoSession().ask(`<HostQueryRq requestID="${"x".repeat(51)}"/>`).code).toBe(1060);
  });

  test("the next requests of a name can be told to fail, in QuickBooks' words", () => {
    const demo = new DemoSession();
    const message = 'There is an invalid reference to QuickBooks Account "Rent" in the Bill.';
    demo.company.refuseNext({ request: "BillAdd", count: 2, code: 3140, message });
    const answers = demo.askAll(billAdd() + billAdd() + billAdd());
    expect(answers.map((answer) => answer.code)).toEqual([3140, 3140, 0]);
    expect(answers[0]?.message).toBe(message);
  });

  test("a warning saves the record", () => {
    const demo = new DemoSession();
    demo.company.refuseNext({ request: "BillAdd", code: 530, message: "A field was not supported." });
    const answer = demo.ask(billAdd());
    expect([answer.code, answer.severity, answer.rets[0]?.name]).toEqual([530, "Warn", "BillRet"]);
    expect(bills(demo)).toBe(1);
  });

  test("a modal dialog throws instead of answering", () => {
    const demo = new DemoSession();
    demo.company.switches.modalDialog = true;
    expect(() => demo.send("<HostQueryRq/>")).toThrow(expect.objectContaining({ hresult: "0x80040414" }));
  });
});
