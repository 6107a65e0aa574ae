import { beforeAll, describe, expect, test } from "vitest";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { type Estate, stateOf } from "@/lib/testing/estate";
import { findUseCases, type UseCase } from "@/lib/testing/use-cases";
import { useEstates } from "@/lib/testing/use-estates";
import { PERMISSIONS, roleMay } from "./permissions";
import { ROLES } from "./roles";

/**
 * One input for every use case: each schema takes the fields it knows and drops the rest. A field that a
 * new use case needs is added here; the test "fits the schema" says so.
 */
const inputOf = (ids: Record<string, string>) => ({
  ...ids,
  ...{ id: ids.billId, subjectId: ids.billId, version: 1, override: true, note: "Seen", reason: "A mistake" },
  ...{
    invoiceNumber: "A-1",
    billDate: "2026-11-02",
    dueDate: "2026-12-02",
    txnId: "1A2B-1",
    termsId: null,
    apAccountId: null,
  },
  ...{ amount: "100.00", memo: "", name: "A name", runEveryMinutes: 60, paused: true },
  ...{ bankAccountId: null, cardAccountId: null, since: "2026-01-01" },
  ...{
    method: "check",
    date: "2026-11-20",
    refNumber: "1001",
    isToBePrinted: false,
    exchangeRate: null,
    how: "void",
    keep: "approved",
    choice: "add",
    editSequence: "1",
  },
  ...{ firstDay: "2998-01-01", lastDay: "2998-01-31", mentions: [ids.userId] },
  ...{ mayApproveOwnBills: true, adminsMayOverrideWorkflow: false, reminderDays: 5, timeZone: "Asia/Tokyo" },
  restartsApproval: { dates: true, coding: false, documents: true, memo: true },
  ...{ from: "2026-01-01", to: "2026-01-31", format: "csv", fileName: "bills.csv", expected: 1 },
  ...{ email: "somebody@example.com", roles: ["clerk"], approvalLimit: "5,000.00" },
  ...{ field: "memo", value: "A memo", days: 30 },
  ...{ password: "a wrong password", newPassword: "a long enough one", code: "123456", mail: "digest" },
  ...{ homePath: "/inbox", tabs: ["/inbox", "/archive"], isRequired: true },
  ...{ mail: "digest", isRead: true },
  ...{ list: "vendor", itemType: "Service", q: "", text: "Home", tab: "inbox", page: 1 },
  billIds: [ids.billId],
  bills: [{ billId: ids.billId, version: 1 }],
  ...{ documentIds: [ids.documentId], contentType: "application/pdf", size: 1, hash: "0".repeat(64) },
  memberIds: [ids.userId],
  applyToActive: true,
  rules: [
    {
      ...{ name: "A rule", effect: "add" },
      when: {
        ...{ vendorIds: [ids.vendorId], accountIds: [ids.accountId], itemIds: [ids.itemId] },
        ...{ customerIds: [ids.customerId], enteredBy: [ids.userId] },
      },
      steps: [{ approverIds: [ids.supervisorId], groupIds: [ids.groupId], need: "any" }],
    },
  ],
  facts: { amount: "100.00", vendorId: ids.vendorId, enteredBy: ids.userId },
  applications: [
    {
      ...{ billId: ids.billId, amount: "100.00", discountAmount: "", discountAccountId: ids.accountId },
      credits: [{ creditId: ids.creditId, amount: "1.00" }],
    },
  ],
  lines: [
    {
      ...{
        id: ids.lineId,
        kind: "expense",
        accountId: ids.accountId,
        itemId: null,
        description: "",
        quantity: null,
      },
      ...{ cost: null, amount: "100.00", classId: null, customerId: null },
    },
  ],
});

const useCases = await findUseCases();
const each = useCases.map((useCase) => [useCase.name, useCase] as const);

const estates = useEstates();
const newEstate = () => estates.open("Home");
/** For calls that change nothing, as the last test makes sure: a new one for each would take minutes. */
let untouched: Estate;
let asItWas: string;
beforeAll(async () => {
  untouched = await newEstate();
  asItWas = await stateOf(estates.db, untouched);
});

/** What a call came to: its result, or the code of the expected error. Anything else is a bug and is thrown on. */
async function outcomeOf(work: Promise<unknown>): Promise<{ result?: unknown; code?: ErrorCode }> {
  try {
    return { result: await work };
  } catch (error) {
    if (error instanceof AppError) return { code: error.code };
    throw error;
  }
}

const allows = (useCase: UseCase, role: (typeof ROLES)[number]) => roleMay([role], useCase.permission);

test("the use cases of lib are found, and each is named by a row of the table", () => {
  expect(useCases.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["saveBill", "approveBill", "createConnection", "readBill", "lookUp"]),
  );
  for (const { permission } of useCases) expect(PERMISSIONS).toHaveProperty([permission]);
});

test.each(each)("%s: the input of this test fits the schema", (_name, { input }) => {
  expect(input.safeParse(inputOf(untouched.ids)).error?.issues).toBeUndefined();
});

describe.each(each)("%s", (_name, useCase) => {
  test.each(ROLES)("is refused to %s exactly where the table says", async (role) => {
    const isChanging = useCase.kind === "command" && allows(useCase, role);
    const { people, ids } = isChanging ? await newEstate() : untouched;
    const outcome = await outcomeOf(useCase.call(people[role], inputOf(ids)));
    if (allows(useCase, role)) expect(outcome.code).not.toBe("forbidden");
    else expect(outcome).toEqual({ code: "forbidden" });
  });

  test("asks for the right before it looks at the input", async () => {
    for (const role of ROLES) {
      const { code } = await outcomeOf(useCase.call(untouched.people[role], "no such input"));
      expect([role, code]).toEqual([role, allows(useCase, role) ? "invalid" : "forbidden"]);
    }
  });

  test("is refused to somebody without a role", async () => {
    const { people, ids } = untouched;
    const nobody = { ...people.viewer, roles: [] };
    expect(await outcomeOf(useCase.call(nobody, inputOf(ids)))).toEqual({ code: "forbidden" });
  });

  test("gives nothing of another organisation, and changes nothing there", async () => {
    const home = await newEstate();
    const before = await stateOf(estates.db, home);
    // All ids another's, then one at a time among one's own: one that is not looked at would let it in.
    let away = await newEstate();
    for (const key of ["all", ...Object.keys(home.ids)]) {
      const ids = key === "all" ? home.ids : { ...away.ids, [key]: home.ids[key] ?? "" };
      const { code, result } = await outcomeOf(useCase.call(away.people.admin, inputOf(ids)));
      const read = JSON.stringify(useCase.input.parse(inputOf(ids)));
      const isNamed = Object.values(home.ids).some((id) => read.includes(id));
      // A line's id that is not of the bill makes a new line; every other id is looked for among one's own.
      if (isNamed && useCase.kind === "command" && key !== "lineId")
        expect([key, code]).toEqual([key, "not-found"]);
      // "Forbidden" would tell that it exists.
      expect(code).not.toBe("forbidden");
      for (const id of Object.values(home.ids)) expect(JSON.stringify(result ?? null)).not.toContain(id);
      if (useCase.kind === "command" && code === undefined) away = await newEstate();
    }
    expect(await stateOf(estates.db, home)).toBe(before);
  });
});

test("somebody with two roles has the rights of both", async () => {
  const { people, ids } = await newEstate();
  const both = { ...people.viewer, roles: ["approver", "clerk"] as const };
  for (const useCase of useCases) {
    const { code } = await outcomeOf(useCase.call(both, inputOf(ids)));
    expect([useCase.name, code === "forbidden"]).toEqual([
      useCase.name,
      !roleMay(["approver", "clerk"], useCase.permission),
    ]);
  }
});

test("a call that is refused, and a query, changed nothing", async () => {
  expect(await stateOf(estates.db, untouched)).toBe(asItWas);
});
