import { newNumber } from "./fixtures/bill-form";
import { expect, test } from "./fixtures/story";

const carriesBills = (xml = "") => xml.includes("<BillAddRq");

for (const isApplied of [true, false]) {
  const moment = isApplied ? "after QuickBooks did what it says" : "before QuickBooks saw it";
  test(`the server dies with a message of bills under way, ${moment}: none is doubled, none is lost`, async ({
    apps,
  }) => {
    const office = await apps.seeded({ RUN_SILENT_AFTER_SECONDS: "10" });
    const { data, quickBooks } = office;
    const numbers = [newNumber("CR"), newNumber("CR"), newNumber("CR")];
    const ids = await Promise.all(numbers.map((number) => data.approvedBill(number)));
    const kill = () => office.app.stop("SIGKILL", { keepDatabase: true });

    const cut = await quickBooks.tryRun({
      async beforeCall(step, { xml }) {
        if (isApplied || step !== "ProcessRequest" || !carriesBills(xml)) return;
        await kill();
        throw new Error("QuickBooks never saw it");
      },
      async afterCall(step, { xml }) {
        if (isApplied && step === "ProcessRequest" && carriesBills(xml)) await kill();
      },
    });
    expect(cut).toMatchObject({ ok: false, error: { code: isApplied ? "QBWC1042" : "crash" } });
    for (const number of numbers) expect(quickBooks.bills(number)).toHaveLength(isApplied ? 1 : 0);

    await office.restart();
    // The run that was cut short is taken for alive until it has been silent for its time.
    await expect
      .poll(async () => (await quickBooks.tryRun()).statusText, { intervals: [500] })
      .not.toBe("Application busy");
    await quickBooks.run();

    for (const [index, number] of numbers.entries()) {
      const bill = quickBooks.bill(number);
      expect(await data.recordOf(ids[index] ?? "")).toEqual({
        state: "approved",
        job: "done",
        attempts: 0,
        txnId: bill.txnId,
      });
    }
    const all = quickBooks.company.txns().map(({ fields }) => fields.RefNumber);
    expect(all).toHaveLength(new Set(all).size);
  });
}
