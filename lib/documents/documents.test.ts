import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { desc, eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditEvents, billDocuments, billRevisions, organisations } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import type { BillContent } from "@/lib/bills/bill-content";
import { readBill } from "@/lib/bills/bill-views";
import { saveBill } from "@/lib/bills/save-bill";
import { canonicalJson } from "@/lib/core/canonical";
import { sha256 } from "@/lib/core/hash";
import { approveNow, askInTurn, billOf, rowOf, submittedBill } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { EXE, JPEG, PNG, pdfOf } from "@/lib/testing/sample-files";
import { useBooks } from "@/lib/testing/use-books";
import { useFiles } from "@/lib/testing/use-files";
import { addDocuments } from "./add-documents";
import { readDocumentFile } from "./document-file";
import { purgeUploads } from "./purge-uploads";
import { removeDocument } from "./remove-document";
import { uploadDocument } from "./upload-document";

const files = useFiles();
const books = useBooks();
let invoice: Buffer;
beforeAll(async () => {
  invoice = await pdfOf(["Invoice 1", "Terms"]);
});
beforeEach(async () => {
  await books.db.update(organisations).set({ settings: {} }).where(eq(organisations.id, books.orgId));
  await askInTurn(books, books.ann);
});

async function* inPieces(bytes: Uint8Array, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const send = (actor: Actor, name: string, bytes: Uint8Array) => uploadDocument(actor, name, inPieces(bytes));
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const bytesOf = async (actor: Actor, documentId: string) =>
  buffer(await (await readDocumentFile(actor, { documentId })).open());
const namesOn = async (billId: string) =>
  (await readBill(books.admin, { billId })).documents.map(({ name }) => name);
const eventsOf = async (billId: string) =>
  (
    await books.db
      .select({ name: auditEvents.name })
      .from(auditEvents)
      .where(eq(auditEvents.subject, billId))
      .orderBy(auditEvents.seq)
  ).map(({ name }) => name);
/** Something that no other test has sent. */
let serial = 0;
const another = () => {
  serial += 1;
  return pdfOf([`Another document, number ${serial}`]);
};

describe("what is taken in", () => {
  test("a PDF, a PNG and a JPEG, by what they are and not by what they are called", async () => {
    expect(await send(books.clerk, "a.pdf", invoice)).toMatchObject({
      ...{ name: "a.pdf", contentType: "application/pdf", size: invoice.length, hash: hashOf(invoice) },
    });
    expect(await send(books.clerk, "scan.pdf", PNG)).toMatchObject({
      ...{ name: "scan.pdf.png", contentType: "image/png" },
    });
    expect(await send(books.clerk, "photo", JPEG)).toMatchObject({
      ...{ name: "photo.jpg", contentType: "image/jpeg" },
    });
  });

  test("a PDF that is encrypted and opens, and one with a few bytes before it", async () => {
    const open = await pdfOf(["For everybody"], { user: "" });
    expect(await send(books.clerk, "open.pdf", open)).toMatchObject({ contentType: "application/pdf" });
    const late = Buffer.concat([Buffer.from("\r\n"), invoice]);
    expect(await send(books.clerk, "late.pdf", late)).toMatchObject({ contentType: "application/pdf" });
  });

  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["a program that is called a PDF", () => EXE, "PDF, a PNG or a JPEG; this file is EXE"],
    ["a page of HTML", () => Buffer.from("<html><script>alert(1)</script></html>"), "PDF, a PNG or a JPEG"],
    ["nothing at all", () => new Uint8Array(), "empty"],
    ["a PDF that asks for a password", () => pdfOf(["Secret"], { user: "secret" }), "password"],
    ["a PDF that broke off", () => Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Cat"), "damaged"],
  ])("%s is refused", async (_what, bytes, words) => {
    const before = await books.db.$count(billDocuments);
    const outcome = send(books.clerk, "invoice.pdf", await bytes());
    await expect(outcome).rejects.toMatchObject({ code: "file-refused" });
    await expect(outcome).rejects.toThrow(words);
    expect(await books.db.$count(billDocuments)).toBe(before);
  });

  test("the first byte over the limit ends it, however much was still to come", async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1024 * 1024, 0x25);
      }
    }
    await expect(uploadDocument(books.clerk, "huge.pdf", endless())).rejects.toMatchObject({
      code: "file-too-large",
    });
    expect(sent).toBeLessThan(25);
  });

  test("who enters no bills sends no documents", async () => {
    for (const actor of [books.ann, books.viewer])
      await expect(send(actor, "a.pdf", invoice)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("documents of a bill", () => {
  test("those dropped on a new bill are on it when it is saved, in their order", async () => {
    const [a, b] = [await send(books.clerk, "a.pdf", invoice), await send(books.clerk, "b.png", PNG)];
    const { billId } = await saveBill(books.clerk, billOf(books, { documentIds: [b.id, a.id] }));
    expect(await namesOn(billId)).toEqual(["b.png", "a.pdf"]);
    expect(await bytesOf(books.viewer, a.id)).toEqual(invoice);
    expect(await eventsOf(billId)).toEqual(["bill.entered", "bill.document-added", "bill.document-added"]);
  });

  test("saving without naming them leaves them, naming some takes the others off", async () => {
    const [a, b] = [await send(books.clerk, "a.pdf", invoice), await send(books.clerk, "b.png", PNG)];
    const bill = billOf(books, { documentIds: [a.id, b.id] });
    const { billId } = await saveBill(books.clerk, bill);
    await saveBill(books.clerk, { ...bill, billId, documentIds: undefined, memo: "New" });
    expect(await namesOn(billId)).toEqual(["a.pdf", "b.png"]);
    await saveBill(books.clerk, { ...bill, billId, documentIds: [b.id] });
    expect(await namesOn(billId)).toEqual(["b.png"]);
  });

  test("what somebody else sent, or is on another bill, cannot be put on one", async () => {
    const mine = await send(books.clerk, "mine.pdf", invoice);
    const bill = billOf(books, { documentIds: [mine.id] });
    await expect(saveBill(books.accountant, bill)).rejects.toMatchObject({ code: "not-found" });
    await saveBill(books.clerk, bill);
    await expect(saveBill(books.clerk, billOf(books, { documentIds: [mine.id] }))).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("there are at most twenty", async () => {
    const { billId } = await saveBill(books.clerk, billOf(books));
    const ids: string[] = [];
    for (let number = 0; number < 21; number += 1)
      ids.push((await send(books.clerk, `${number}.png`, PNG)).id);
    await addDocuments(books.clerk, { billId, documentIds: ids.slice(0, 20) });
    await expect(addDocuments(books.clerk, { billId, documentIds: ids.slice(20) })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await namesOn(billId)).toHaveLength(20);
  });

  test("an approved bill takes none and gives none", async () => {
    const kept = await send(books.clerk, "kept.pdf", invoice);
    const billId = await submittedBill(books, { documentIds: [kept.id] });
    await approveNow(books, books.ann, billId);
    const late = await send(books.clerk, "late.pdf", invoice);
    for (const attempt of [
      () => addDocuments(books.clerk, { billId, documentIds: [late.id] }),
      () => removeDocument(books.clerk, { documentId: kept.id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "wrong-state" });
    expect(await namesOn(billId)).toEqual(["kept.pdf"]);
  });
});

describe("in approval", () => {
  const lastRevision = async (billId: string) => {
    const [row] = await books.db
      .select()
      .from(billRevisions)
      .where(eq(billRevisions.billId, billId))
      .orderBy(desc(billRevisions.number))
      .limit(1);
    return row;
  };

  test("a document starts the round again, and the new revision names its hash", async () => {
    const billId = await submittedBill(books);
    expect((await lastRevision(billId))?.content).not.toHaveProperty("documents");
    const [one, two] = [await another(), await another()];
    const sent = [await send(books.clerk, "1.pdf", one), await send(books.clerk, "2.pdf", two)];
    await addDocuments(books.clerk, { billId, documentIds: sent.map(({ id }) => id) });
    expect(await rowOf(books, billId)).toMatchObject({ state: "in_approval", round: 2 });
    const revision = await lastRevision(billId);
    const content = revision?.content as BillContent | undefined;
    expect(content?.documents).toEqual([
      { name: "1.pdf", hash: hashOf(one) },
      { name: "2.pdf", hash: hashOf(two) },
    ]);
    expect(revision?.hash).toBe(sha256(canonicalJson(revision?.content)));
    await removeDocument(books.clerk, { documentId: sent[0]?.id ?? "" });
    expect(await rowOf(books, billId)).toMatchObject({ round: 3 });
    // What the second round's approvers saw can still be read by those who may see the bill.
    expect(await bytesOf(books.ann, sent[0]?.id ?? "")).toEqual(one);
  });

  test("where the organisation lets documents pass, the signatures count on", async () => {
    await askInTurn(books, books.ann, books.bob);
    await books.db
      .update(organisations)
      .set({ settings: { restartsApproval: { documents: false } } })
      .where(eq(organisations.id, books.orgId));
    const billId = await submittedBill(books);
    await approveNow(books, books.ann, billId);
    const { id } = await send(books.clerk, "1.pdf", await another());
    const { version } = await rowOf(books, billId);
    await addDocuments(books.clerk, { billId, documentIds: [id] });
    expect(await rowOf(books, billId)).toMatchObject({ state: "in_approval", round: 1 });
    expect((await rowOf(books, billId)).version).toBeGreaterThan(version);
    expect(await eventsOf(billId)).toContain("bill.revised");
    expect(await approveNow(books, books.bob, billId)).toEqual({ state: "approved" });
  });
});

describe("who may read a document", () => {
  test("those who may see its bill: an approver who was not asked may not", async () => {
    const { id } = await send(books.clerk, "1.pdf", invoice);
    await submittedBill(books, { documentIds: [id] });
    expect(await bytesOf(books.ann, id)).toEqual(invoice);
    await expect(readDocumentFile(books.bob, { documentId: id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("one that is on no bill yet: who sent it, and nobody else", async () => {
    const { id } = await send(books.clerk, "1.pdf", invoice);
    expect(await bytesOf(books.clerk, id)).toEqual(invoice);
    await expect(readDocumentFile(books.admin, { documentId: id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("nobody of another organisation, whatever they are there", async () => {
    const { id } = await send(books.clerk, "1.pdf", invoice);
    await saveBill(books.clerk, billOf(books, { documentIds: [id] }));
    const orgId = await createOrganisation(books.db, "Elsewhere");
    const stranger = await createPerson(books.db, orgId, { roles: ["admin"] });
    for (const attempt of [
      () => readDocumentFile(stranger, { documentId: id }),
      () => removeDocument(stranger, { documentId: id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("what lies about", () => {
  const stored = async () => (await readdir(join(files.folder, books.orgId))).toSorted();
  const age = (id: string) =>
    books.db
      .update(billDocuments)
      .set({ addedAt: sql`now() - interval '25 hours'` })
      .where(eq(billDocuments.id, id));

  test("goes after a day with its file, unless a bill has the same content", async () => {
    await purgeUploads(books.db, new Date(Date.now() + 48 * 3_600_000));
    const [loose, shared] = [await another(), await another()];
    const fresh = await send(books.clerk, "fresh.pdf", await another());
    const [old, twin, own] = [
      await send(books.clerk, "old.pdf", loose),
      await send(books.clerk, "twin.pdf", shared),
      await send(books.clerk, "own.pdf", shared),
    ];
    const { billId } = await saveBill(books.clerk, billOf(books, { documentIds: [own.id] }));
    for (const { id } of [old, twin, own]) await age(id);
    const before = await stored();
    expect(await purgeUploads(books.db, new Date())).toBe(2);
    expect(await stored()).toEqual(before.filter((hash) => hash !== hashOf(loose)));
    expect(await bytesOf(books.clerk, fresh.id)).toBeInstanceOf(Buffer);
    expect(await bytesOf(books.viewer, own.id)).toEqual(shared);
    await removeDocument(books.clerk, { documentId: own.id });
    expect(await purgeUploads(books.db, new Date(Date.now() + 48 * 3_600_000))).toBe(1);
    expect(await bytesOf(books.viewer, own.id)).toEqual(shared);
    expect(await namesOn(billId)).toEqual([]);
  });
});
