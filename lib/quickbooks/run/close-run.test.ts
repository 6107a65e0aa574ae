import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { runs } from "@/db/schema";
import type { Step } from "@/e2e/quickbooks/connector/run-report";
import { callOf, envelope } from "@/lib/quickbooks/soap/serve-for-tests";
import { approvedBill, recordOf } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

async function lastRun() {
  const [run] = await office.database.db.select().from(runs).orderBy(desc(runs.startedAt)).limit(1);
  if (!run) throw new Error("there is no run");
  return run;
}

/** Somebody presses Stop: the Web Connector makes no further call but the last. */
async function closeEarly(): Promise<string> {
  const { ticket } = await lastRun();
  const response = await fetch(/<AppURL>(.*)<\/AppURL>/.exec(office.qwc)?.[1] ?? "", {
    method: "POST",
    headers: { "content-type": "text/xml; charset=utf-8" },
    body: envelope(callOf("closeConnection", { ticket })),
  });
  return response.text();
}

test.each<[string, Step]>([
  ["before it was seen which file is open", "authenticate"],
  ["with a message out", "sendRequestXML"],
  ["between two steps", "receiveResponseXML"],
])("a run that is stopped %s is told as stopped, and the next one goes on", async (_, last) => {
  const billId = await approvedBill(office);
  await office.run({
    hooks: {
      afterCall(step) {
        if (step === last) throw new Error("stopped");
      },
    },
  });
  expect(await closeEarly()).toContain("Stopped before the end");
  expect(await lastRun()).toMatchObject({ state: "failed", lastError: expect.stringContaining("Stopped") });
  const next = await office.run();
  expect(next).toMatchObject({ ok: true, statusText: expect.stringMatching(/^Finished: /) });
  expect(await lastRun()).toMatchObject({ state: "closed", lastError: null });
  expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
});
