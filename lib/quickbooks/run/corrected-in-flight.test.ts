import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobAttempts, jobs } from "@/db/schema";
import { approvedBill, correctMemo, openErrors, recordOf } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

test("a bill corrected while its old version is refused for the third time goes again, with three attempts", async () => {
  const { db } = office.database;
  office.company.refuseNext({
    request: "BillAdd",
    count: 3,
    code: 3140,
    message: "There is an invalid reference.",
  });
  const billId = await approvedBill(office, { invoiceNumber: "CORRECTED-1" });
  await office.run();
  await office.run();
  expect(await openErrors(office)).toHaveLength(2);

  await office.run({
    hooks: {
      async beforeCall(step, { xml }) {
        if (step === "ProcessRequest" && xml?.includes("<BillAddRq"))
          await correctMemo(office, billId, "Corrected");
      },
    },
  });
  expect(await recordOf(office, billId)).toMatchObject({ job: "waiting", attempts: 0 });
  expect(await openErrors(office)).toEqual([]);
  const attempts = await db
    .select({ number: jobAttempts.number })
    .from(jobAttempts)
    .innerJoin(jobs, eq(jobs.id, jobAttempts.jobId))
    .where(eq(jobs.subjectId, billId))
    .orderBy(jobAttempts.at);
  expect(attempts.map(({ number }) => number)).toEqual([1, 2, 3]);

  await office.run();
  const record = await recordOf(office, billId);
  expect(record).toMatchObject({ job: "done" });
  expect(office.company.txn(record.txnId ?? "").fields.Memo).toBe("Corrected");
});
