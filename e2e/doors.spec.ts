import { eq } from "drizzle-orm";
import { payments, runs } from "@/db/schema";
import { type Door, PAGES, ROUTES } from "@/lib/access/doors";
import { hashPassword } from "@/lib/access/password";
import { roleMay } from "@/lib/access/permissions";
import type { Role } from "@/lib/access/roles";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { newNumber } from "./fixtures/bill-form";
import type { DemoData } from "./fixtures/demo-data";
import { type Answer, cookiesOf, knock } from "./fixtures/door-walk";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";

/** Records of the demo's organisation that the addresses name. */
async function idsOf({ connection: { db }, people, connectionId, approvedBill }: DemoData) {
  const billId = await approvedBill(newNumber("DOR"));
  const [run] = await db
    .select({ id: runs.id })
    .from(runs)
    .where(eq(runs.connectionId, connectionId))
    .limit(1);
  const [payment] = await db
    .select({ id: payments.id })
    .from(payments)
    .where(eq(payments.orgId, people.Dana.orgId))
    .limit(1);
  const vendor = await db.query.vendors.findFirst({ where: (v) => eq(v.connectionId, connectionId) });
  if (!run || !payment || !vendor) throw new Error("The demo has no run, no payment or no vendor");
  return { billId, runId: run.id, paymentId: payment.id, vendorId: vendor.id, connectionId };
}

type Ids = Awaited<ReturnType<typeof idsOf>>;

const addressOf = (door: string, ids: Ids): string =>
  door
    .replace("/bills/[id]", `/bills/${ids.billId}`)
    .replace("/vendors/[id]", `/vendors/${ids.vendorId}`)
    .replace("/payments/[id]", `/payments/${ids.paymentId}`)
    .replace("/documents/[id]", "/documents/00000000-0000-4000-8000-000000000000")
    .replace("[billId]", ids.billId)
    .replace("[runId]", ids.runId)
    .replace("[connectionId]", ids.connectionId)
    .replace("[token]", "no-such-token")
    .replace("[...path]", "nothing")
    .replace("[...nextauth]", "session");

/** What may come back, by what the table says. */
function expected(door: Door, roles: readonly Role[] | null): readonly Answer[] {
  if (door === "machine") return ["not found", "sign in", "forbidden"];
  if (door === "everybody") return ["open", "sent away", "not found", "sign in"];
  if (roles === null) return ["sign in"];
  // A page that has nothing to do for somebody may send them on: an approved bill is not edited.
  if (door === "signed in" || roleMay(roles, door)) return ["open", "sent away", "not found"];
  return ["forbidden", "sent away", "not found"];
}

const PASSWORD = "a door for everybody";

test("every page and every route handler opens for whom the table says, and for nobody else", async ({
  as,
  data,
  newPage,
  office,
}) => {
  const ids = await idsOf(data);
  const { db } = data.connection;
  const passwordHash = await hashPassword(PASSWORD);
  const viewer = await createPerson(db, data.people.Dana.orgId, {
    ...{ name: "Vera Viewer", roles: ["viewer"], passwordHash },
  });
  const elsewhere = await createOrganisation(db, "Doors Elsewhere");
  const stranger = await createPerson(db, elsewhere, {
    name: "Stan Stranger",
    roles: ["admin"],
    passwordHash,
  });
  const cookieOf = async (email: string) => {
    const page = await newPage();
    await signIn(page, { email, password: PASSWORD });
    return cookiesOf(page.context());
  };
  const visitors: { who: string; roles: readonly Role[] | null; cookie: string }[] = [
    ...(await Promise.all(
      (["Dana", "Priya", "Marcus", "Joy"] as const).map(async (who) => ({
        ...{ who, roles: data.people[who].roles },
        cookie: await cookiesOf((await as(who)).context()),
      })),
    )),
    { who: "Vera", roles: viewer.roles, cookie: await cookieOf(viewer.email) },
    { who: "nobody", roles: null, cookie: "" },
  ];
  const strange = await cookieOf(stranger.email);

  const wrong: string[] = [];
  const ask = async (name: string, door: Door, method: string, path: string) => {
    const address = `${office.baseURL}${addressOf(path, ids)}${path === "/api/record" ? "?from=2026-01-01&to=2026-01-02&format=csv" : path.includes("/record/") ? "?format=csv" : path === "/api/lookup" ? "?list=vendor" : ""}`;
    const init = method === "POST" ? { method, body: "", headers: { origin: office.baseURL } } : {};
    for (const { who, roles, cookie } of visitors) {
      const answer = await knock(address, cookie, init);
      if (!expected(door, roles).includes(answer)) wrong.push(`${name}, ${who}: ${answer}`);
      // Whoever has the right gets the page itself, where an address names a record that is theirs to see.
      const isPlain = !/token|documents|edit|two-factor|^\/$|sign-in|welcome|move|pdfjs/.test(path);
      const may = roles !== null && door !== "everybody" && door !== "machine" && door !== "signed in";
      if (may && isPlain && roleMay(roles, door) && answer !== "open")
        wrong.push(`${name}, ${who}: ${answer}, not open`);
    }
    if (/\[(id|billId|runId|connectionId)\]/.test(path)) {
      const answer = await knock(address, strange, init);
      if (answer !== "not found") wrong.push(`${name}, another organisation's Admin: ${answer}`);
    }
  };
  for (const [path, door] of Object.entries(PAGES)) await ask(path, door, "GET", path);
  for (const [name, door] of Object.entries(ROUTES)) {
    const [method = "", path = ""] = name.split(" ");
    // The Web Connector's own door asks for its password in the conversation: e2e/soap.spec.ts.
    if (path !== "/api/qbwc" && !path.startsWith("/api/auth")) await ask(name, door, method, path);
  }
  expect(wrong).toEqual([]);
});
