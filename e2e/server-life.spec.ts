import { expect, test } from "@playwright/test";
import { startApp } from "./fixtures/app";

test("a server that is killed comes back at the same address with the same database", async () => {
  const first = await startApp();
  await first.stop("SIGKILL", { keepDatabase: true });
  await expect(fetch(first.baseURL)).rejects.toThrow();

  const second = await startApp({ at: first });
  expect((await fetch(second.baseURL)).status).toBeLessThan(500);
  await second.stop("SIGTERM", { keepDatabase: true });

  const third = await startApp({ at: first });
  await third.stop();
});

test("a wrong setting ends the start, and names the variable", async () => {
  await expect(startApp({ env: { QBWC_MAX_BODY_MB: "plenty" } })).rejects.toThrow(
    /QBWC_MAX_BODY_MB: .*for example/,
  );
});

test("a database that is not there ends the start instead of hanging", async () => {
  const env = { DATABASE_URL: "postgres://nobody:nothing@127.0.0.1:1/none" };
  await expect(startApp({ env })).rejects.toThrow(/Countersign cannot start: .*ECONNREFUSED/);
});
