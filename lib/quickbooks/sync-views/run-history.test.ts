import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { billLinks, jobs, messageJobs, messages, runSteps, runs, syncErrors } from "@/db/schema";
import type { Estate } from "@/lib/testing/estate";
import { useEstates } from "@/lib/testing/use-estates";
import { listRuns } from "./list-runs";
import { readMessage } from "./read-message";
import { readRun } from "./read-run";
import { readRunFile } from "./run-file";

const estates = useEstates();
let north: Estate;
let south: Estate;

beforeEach(async () => {
  north = await estates.open("Northwind");
  south = await estates.open("Southpaw");
});

const id = (estate: Estate, name: string): string => estate.ids[name] ?? "";
const keep = (request: string, response: string) =>
  estates.db
    .update(messages)
    .set({ request, response: gzipSync(response), responseBytes: response.length })
    .where(eq(messages.id, id(north, "messageId")));

/** A run of its own with a bill that went in it and was refused. */
async function refusedRun(day: string): Promise<string> {
  const connectionId = id(north, "connectionId");
  const [run] = await estates.db
    .insert(runs)
    .values({
      ...{
        connectionId,
        ticket: `${north.name} ${day}`,
        state: "failed",
        startedAt: new Date(`${day}T12:00:00Z`),
      },
      ...{ refused: 1, lastError: "QuickBooks was closed.", companyFilePath: "C:\\Books\\Pine.qbw" },
    })
    .returning({ id: runs.id });
  const runId = run?.id ?? "";
  const [job] = await estates.db
    .insert(jobs)
    .values({ orgId: north.orgId, connectionId, kind: "bill", subjectId: id(north, "billId"), rank: 50 })
    .returning({ id: jobs.id });
  const jobId = job?.id ?? "";
  const [message] = await estates.db
    .insert(messages)
    .values({ ...{ runId, connectionId, purpose: "write", state: "settled" }, requests: 1, request: "<A/>" })
    .returning({ id: messages.id });
  await estates.db
    .insert(messageJobs)
    .values({ messageId: message?.id ?? "", jobId, position: 0, operation: "bill.add", payload: {} });
  await estates.db.insert(syncErrors).values({
    ...{
      orgId: north.orgId,
      connectionId,
      jobId,
      kind: "bill",
      subjectId: id(north, "billId"),
      attempt: 1,
      runId,
    },
    ...{ code: "3140", message: 'There is an invalid reference to QuickBooks Account "Lumber" in the Bill.' },
  });
  await estates.db
    .insert(billLinks)
    .values({ billId: id(north, "billId"), connectionId, txnId: `1F-${north.name}`, editSequence: "1" });
  return runId;
}

describe("the runs", () => {
  const found = async (asked: Parameters<typeof listRuns>[1]) =>
    (await listRuns(north.people.accounting, asked)).runs.map((run) => run.id);

  test.each([
    ["a bill's number", () => north.name],
    ["a vendor, whatever its case", () => north.name.toLowerCase()],
    ["a TxnID", () => `1F-${north.name}`],
    ["QuickBooks' words", () => 'account "lumber"'],
    ["a code", () => "3140"],
    ["the words it ended with", () => "was closed"],
    ["the file's path", () => "pine.qbw"],
  ])("are found by %s", async (_what, q) => {
    const runId = await refusedRun("2026-11-10");
    expect(await found({ q: q() })).toEqual([runId]);
    expect((await listRuns(south.people.admin, { q: q() })).total).toBe(0);
  });

  test("a text that stands nowhere finds none, and its signs are no pattern", async () => {
    await refusedRun("2026-11-10");
    for (const q of ["nowhere", "%", "_", "\\"])
      expect(await found({ q })).toEqual(q === "\\" ? expect.any(Array) : []);
  });

  test("are filtered by company file, state, day and errors, all at once", async () => {
    const [first, second] = [await refusedRun("2026-11-10"), id(north, "runId")];
    expect(await found({})).toEqual([second, first]);
    expect(await found({ withErrors: true })).toEqual([first]);
    expect(await found({ runState: "closed" })).toEqual([second]);
    expect(await found({ from: "2026-11-10", to: "2026-11-10" })).toEqual([first]);
    expect(await found({ to: "2026-11-09" })).toEqual([]);
    expect(await found({ connectionId: id(north, "connectionId"), runState: "failed", q: "lumber" })).toEqual(
      [first],
    );
    expect(await found({ connectionId: id(south, "connectionId") })).toEqual([]);
  });
});

describe("a run", () => {
  test("is read with its steps, errors and messages, and by its own organisation alone", async () => {
    const runId = await refusedRun("2026-11-10");
    const [start, end] = [new Date("2026-11-10T12:00:00Z"), new Date("2026-11-10T12:00:04Z")];
    await estates.db
      .insert(runSteps)
      .values({ runId, position: 0, kind: "push", state: "done", startedAt: start, endedAt: end });
    const seen = await readRun(north.people.accounting, { runId });
    expect(seen.steps).toMatchObject([{ state: "done", durationMs: 4_000 }]);
    expect(seen.messages).toHaveLength(1);
    expect(seen.errors).toMatchObject([
      {
        code: "3140",
        subject: { kind: "bill", id: id(north, "billId") },
        codeHref: "/help/sync-errors#code-3140",
      },
    ]);
    await expect(readRun(south.people.admin, { runId })).rejects.toMatchObject({ code: "not-found" });
    await expect(readRunFile(south.people.admin, { runId })).rejects.toMatchObject({ code: "not-found" });
    const messageId = seen.messages[0]?.id ?? "";
    await expect(readMessage(south.people.admin, { messageId })).rejects.toMatchObject({ code: "not-found" });
  });

  test("an answer that was kept packed comes unpacked and laid out, without secrets", async () => {
    await keep(
      "<QBXML><A/></QBXML>",
      "<QBXML><Name>Café &amp; Co</Name><BankNumber>99887766</BankNumber></QBXML>",
    );
    const { request, response } = await readMessage(north.people.admin, {
      messageId: id(north, "messageId"),
    });
    expect(request.text).toBe("<QBXML>\n  <A/>\n</QBXML>");
    expect(response).toEqual({
      text: "<QBXML>\n  <Name>Café &amp; Co</Name>\n  <BankNumber>•••</BankNumber>\n</QBXML>",
      page: 1,
      hasMore: false,
    });
  });

  test("a long answer is read part by part, and the parts together are all of it", async () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `<Name>Vendor ${index}</Name>`).join("");
    await keep("<QBXML/>", `<QBXML>${names}</QBXML>`);
    let text = "";
    for (let responsePage = 1; ; responsePage += 1) {
      const { response } = await readMessage(north.people.admin, {
        ...{ messageId: id(north, "messageId"), responsePage },
      });
      expect(response?.text.length).toBeLessThan(400_000);
      text += response?.text;
      if (!response?.hasMore) break;
      expect(responsePage).toBeLessThan(20);
    }
    const all = text.replace(/\s+/g, "");
    expect(all.slice(0, 60)).toBe(
      "<QBXML><Name>Vendor0</Name><Name>Vendor1</Name><Name>Vendor2</Name>".slice(0, 60),
    );
    expect(all === `<QBXML>${names}</QBXML>`.replace(/\s+/g, "")).toBe(true);
  });
});

describe("the file for support", () => {
  const text = async (asked: { hideAmounts?: boolean; hideNames?: boolean }) => {
    const file = await readRunFile(north.people.accounting, { runId: id(north, "runId"), ...asked });
    let json = "";
    for await (const piece of file.json) json += piece;
    return { name: file.name, json, read: JSON.parse(json) };
  };
  const BILL =
    "<BillAdd><FullName>Cascade Lumber</FullName><Amount>1250.40</Amount><BankNumber>99</BankNumber></BillAdd>";

  test("hides amounts and names unless they are asked for, and secrets always", async () => {
    await keep(BILL, BILL);
    const hidden = await text({});
    for (const gone of ["Cascade", "1250.40", ">99<"]) expect(hidden.json).not.toContain(gone);
    expect(hidden.read).toMatchObject({
      hidden: { amounts: true, names: true },
      run: { id: id(north, "runId") },
      messages: [{ id: id(north, "messageId") }],
    });
    const shown = await text({ hideAmounts: false, hideNames: false });
    expect(shown.read.messages[0].response).toBe(BILL.replace("99", "•••"));
    expect(shown.name).toMatch(/^countersign-run-\d{4}-\d\d-\d\d-\d\d-\d\d$/);
  });

  test("a run of an answer of megabytes is one document, and a name is one word throughout", async () => {
    await keep(BILL, `<Q>${'<Name>Cascade "Lumber"\n\u{1f600}</Name>'.repeat(60_000)}</Q>`);
    const { read } = await text({});
    const names = new Set(read.messages[0].response.match(/name-[0-9a-f]{8}/g));
    expect(names.size).toBe(1);
  });
});
