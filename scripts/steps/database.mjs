import { startPostgres } from "../embedded-postgres.mjs";

/**
 * A PostgreSQL of our own in the folder, ended with the script. Should it end before, so does everything.
 * @param {string} folder
 * @param {ReturnType<typeof import("../lifecycle.mjs").lifecycle>} life
 * @returns {Promise<string>} its address
 */
export async function ownDatabase(folder, life) {
  const postgres = await startPostgres({ folder, say: (line) => console.log(line) });
  life.onEnd(postgres.stop);
  void postgres.lost.then(() => {
    if (life.ending) return;
    console.error(`The database ended (see ${folder}/postgres.log).`);
    void life.end(1);
  });
  console.log(
    `Database: PostgreSQL in ${postgres.cluster}${postgres.reused ? " (was running already)" : ""}`,
  );
  return postgres.url;
}
