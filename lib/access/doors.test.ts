import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PAGES, ROUTES } from "./doors";

const files = readdirSync("app", { recursive: true, encoding: "utf8" }).map((file) =>
  file.replaceAll("\\", "/"),
);

/** app/(app)/bills/[id]/page.tsx is /bills/[id]. */
const addressOf = (file: string): string =>
  `/${file
    .split("/")
    .slice(0, -1)
    .filter((part) => !part.startsWith("("))
    .join("/")}`;

test("every page has a row that says who may open it, and every row a page", () => {
  // The page of the design system is there in development alone.
  const pages = files.filter((file) => /(^|\/)page\.tsx$/.test(file) && !file.startsWith("(dev)/"));
  expect(Object.keys(PAGES).sort()).toEqual(pages.map(addressOf).sort());
});

test("every route handler has a row for each of its methods, and every row a handler", () => {
  const routes = files
    .filter((file) => file.endsWith("/route.ts"))
    .flatMap((file) => {
      const source = readFileSync(join("app", file), "utf8");
      const methods = [
        ...[...source.matchAll(/export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
          (m) => m[1],
        ),
        ...[...source.matchAll(/export \{([^}]*)\}/g)].flatMap((m) =>
          [...(m[1] ?? "").matchAll(/\b(GET|POST|PUT|PATCH|DELETE)\b/g)].map((named) => named[1]),
        ),
      ];
      return methods.map((method) => `${method} ${addressOf(file)}`);
    });
  expect(Object.keys(ROUTES).sort()).toEqual(routes.sort());
});

test("every server action is a command, a query, or a sign-in's own", () => {
  const actions = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => {
      const source = readFileSync(join("app", file), "utf8");
      if (!/^"use server";/.test(source)) return [];
      return [...source.matchAll(/^export (?:const|async function) (\w+)([^;]*?(?:;|\n\}))/gms)].map(
        ([, name = "", body = ""]) => ({ action: `${file}: ${name}`, body }),
      );
    });
  expect(actions.length).toBeGreaterThan(40);
  const bare = actions.filter(
    ({ body }) => !/= run(Action|Command)\(/.test(body) && !/requireActor\(\)/.test(body),
  );
  // Whoever signs in, joins or has forgotten their password is nobody yet: these have no actor, and say why themselves.
  expect(
    bare.map(({ action }) => action.replace(/: .*/, "")).filter((file) => !file.startsWith("(auth)/")),
  ).toEqual([]);
});
