import { startPostgres } from "../embedded-postgres.mjs";

/** A starter for a test to kill: it starts the server in the folder it is given, tells its id, and stays. */
const server = await startPostgres({ folder: process.argv[2] ?? "" });
process.send?.(server.pid);
