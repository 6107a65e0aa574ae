import { ensureTemplate } from "@/lib/testing/template";
import { startTestPostgres } from "./test-postgres.mjs";

/**
 * The PostgreSQL of this run, or the one TEST_DATABASE_URL names, with the migrated template.
 * Sets the two variables that lib/testing/database reads.
 * @returns the function that ends it
 */
export async function readyTestServer(options: { syncs?: boolean } = {}): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => undefined } : await startTestPostgres(options);
  process.env.TEST_DATABASE_URL = server.url;
  try {
    process.env.TEST_TEMPLATE = await ensureTemplate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server.stop;
}
