import { ensureTemplate } from "@/lib/testing/template";
import { startTestPostgres } from "./test-postgres.mjs";

/**
 * One PostgreSQL for the run, or the one TEST_DATABASE_URL names, with a template database that has every
 * migration. The test files' processes start later and inherit the two variables.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startTestPostgres();
  process.env.TEST_DATABASE_URL = server.url;
  try {
    process.env.TEST_TEMPLATE = await ensureTemplate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server.stop;
}
