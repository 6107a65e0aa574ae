import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { auditEvents } from "@/db/schema";
import { useBooks } from "@/lib/testing/use-books";
import { readVersion } from "./version-view";

const books = useBooks();

const happened = (at: string) =>
  books.db.insert(auditEvents).values({
    ...{
      orgId: books.orgId,
      subject: randomUUID(),
      seq: 1,
      name: "bill.commented",
      actorName: "Ann Approver",
    },
    ...{ data: {}, at: new Date(at), previousHash: "", hash: "" },
  });

test("what was begun before another event and committed after it makes another version", async () => {
  await happened("2026-11-30T10:00:02Z");
  const before = await readVersion(books.viewer, {});
  expect(await readVersion(books.ann, {})).toBe(before);
  await happened("2026-11-30T10:00:01Z");
  expect(await readVersion(books.viewer, {})).not.toBe(before);
});
