import { hashPassword } from "@/lib/access/password";
import { roleMay } from "@/lib/access/permissions";
import type { Role } from "@/lib/access/roles";
import { createPerson } from "@/lib/testing/people";
import { cookiesOf } from "./fixtures/door-walk";
import { emptyCall, serverActions } from "./fixtures/server-actions";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";

const PASSWORD = "an action for everybody";

test("every server action of the build is refused to whoever has not its right, and to nobody signed in", async ({
  as,
  data,
  newPage,
  office,
}) => {
  const { actions, withoutUseCase } = await serverActions();
  // Signing in, joining and the first visit have nobody who asks; everything else is a use case.
  expect(withoutUseCase.filter((name) => !name.startsWith("app/(auth)/"))).toEqual([]);
  expect(actions.length).toBeGreaterThan(60);

  const viewer = await createPerson(data.connection.db, data.people.Dana.orgId, {
    ...{ name: "Victor Viewer", roles: ["viewer"], passwordHash: await hashPassword(PASSWORD) },
  });
  const watching = await newPage();
  await signIn(watching, { email: viewer.email, password: PASSWORD });
  const visitors: { who: string; roles: readonly Role[]; cookie: string }[] = [
    { who: "Victor", roles: ["viewer"], cookie: await cookiesOf(watching.context()) },
  ];
  for (const who of ["Dana", "Priya", "Marcus", "Joy"] as const) {
    const cookie = await cookiesOf((await as(who)).context());
    visitors.push({ who, roles: data.people[who].roles, cookie });
  }

  const wrong: string[] = [];
  const call = (action: (typeof actions)[number], cookie: string) =>
    fetch(`${office.baseURL}${action.page.replace(/\[\w+\]/g, "00000000-0000-4000-8000-000000000000")}`, {
      method: "POST",
      headers: { "next-action": action.id, origin: office.baseURL, cookie },
      body: emptyCall(action),
      redirect: "manual",
    });
  for (const action of actions) {
    for (const { who, roles, cookie } of visitors) {
      const may = roleMay(roles, action.permission);
      // Whoever may and sends nothing would set it going where nothing is all it takes.
      if (may && action.takesNothing) continue;
      const answer = await (await call(action, cookie)).text();
      // What a form asks while somebody types is answered with nothing when it is refused.
      if (/\n1:(\[\]|null)\s*$/.test(answer)) continue;
      const isRefused = /"code":"forbidden"|app-error:forbidden/.test(answer);
      if (isRefused === may)
        wrong.push(`${action.name}, ${who}: ${isRefused ? "refused" : answer.slice(0, 200)}`);
    }
    const { headers } = await call(action, "");
    const away = headers.get("x-action-redirect") ?? headers.get("location") ?? "";
    if (!away.includes("/sign-in")) wrong.push(`${action.name}, nobody: not sent to sign in`);
  }
  expect(wrong).toEqual([]);
});
