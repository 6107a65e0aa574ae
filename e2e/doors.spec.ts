import { type Door, PAGES, ROUTES } from "@/lib/access/doors";
import { hashPassword } from "@/lib/access/password";
import { roleMay } from "@/lib/access/permissions";
import type { Role } from "@/lib/access/roles";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { addressIds, addressOf } from "./fixtures/door-addresses";
import { type Answer, cookiesOf, knock } from "./fixtures/door-walk";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";

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
  const ids = await addressIds(data);
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
    const address = `${office.baseURL}${addressOf(path, ids)}`;
    const init = method === "POST" ? { method, body: "", headers: { origin: office.baseURL } } : {};
    for (const { who, roles, cookie } of visitors) {
      const answer = await knock(address, cookie, init);
      if (!expected(door, roles).includes(answer)) wrong.push(`${name}, ${who}: ${answer}`);
      // Whoever has the right gets the page itself, where an address names a record that is theirs to see.
      const isPlain = !/token|documents$|edit|two-factor|^\/$|sign-in|welcome|move|pdfjs/.test(path);
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
