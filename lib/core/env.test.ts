import { describe, expect, test } from "vitest";
import { readEnv } from "./env";

describe("the settings", () => {
  test("none at all is enough: every one has a default or may be missing", () => {
    expect(readEnv({})).toMatchObject({
      PORT: 3000,
      DEMO: "0",
      QBWC_MAX_BODY_MB: 60,
      RUN_SILENT_AFTER_SECONDS: 300,
      LOG_LEVEL: "info",
      LIVE: "sse",
    });
    expect(readEnv({}).DATABASE_URL).toBeUndefined();
  });

  test("an empty value counts as unset, and spaces around one do not count", () => {
    expect(readEnv({ PORT: "", LOG_LEVEL: " debug " })).toMatchObject({ PORT: 3000, LOG_LEVEL: "debug" });
  });

  test("Vercel gets polling, unless told otherwise", () => {
    expect(readEnv({ VERCEL: "1" }).LIVE).toBe("poll");
    expect(readEnv({ VERCEL: "1", LIVE: "sse" }).LIVE).toBe("sse");
  });

  test.each([
    [{ PORT: "80800" }, "PORT: "],
    [{ PORT: "http" }, "(for example: 3000)"],
    [{ DATABASE_URL: "mysql://x" }, "DATABASE_URL: must start with postgres://"],
    [{ NEXTAUTH_URL: "bills.example.com" }, "NEXTAUTH_URL: must be an http(s) address"],
    [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET: must have at least 32 characters"],
    [{ DEMO: "yes" }, "DEMO: "],
    [{ GOOGLE_CLIENT_ID: "x" }, "GOOGLE_CLIENT_SECRET: needed together with GOOGLE_CLIENT_ID"],
    [{ QBWC_MAX_BODY_MB: "1.5" }, "QBWC_MAX_BODY_MB: "],
  ])("%j is refused by name, with an example", (record, words) => {
    expect(() => readEnv(record)).toThrow(words);
  });

  test("all mistakes are told at once, and no value is repeated", () => {
    const secret = "hunter2";
    const read = () => readEnv({ NEXTAUTH_SECRET: secret, PORT: "0" });
    expect(read).toThrow(/NEXTAUTH_SECRET.*PORT|PORT.*NEXTAUTH_SECRET/s);
    expect(read).not.toThrow(secret);
  });
});
