/**
 * The long tests: every crash of the matrix, hundreds of runs with edits on both sides, thousands of damaged
 * calls. Hours, on purpose; `npm test` runs a short selection of each.
 *
 *     npm run test:soak                       all of it
 *     npm run test:soak -- soak               one of: crash-matrix, soak, fuzz, odd-calls, three-servers, approvals
 *
 * SOAK_SEED repeats what a report printed; SOAK_RUNS sets the runs of the soak; CRASH_CELLS=n takes n cells of
 * the matrix, chosen by the seed, and CRASH_PART=1/2 the first half of it; STORY_RUNS sets how many stories of a
 * bill's approval are made up.
 */
import { join } from "node:path";
import { lifecycle } from "./lifecycle.mjs";
import { atProjectRoot } from "./project-root.mjs";
import { runNode } from "./run-program.mjs";

const FOLDER = "lib/quickbooks/run/robustness";
const APPROVALS = ["lib/workflow/approval-story.property.test.ts"];

const life = lifecycle();

await life.run(async () => {
  atProjectRoot();
  const names = process.argv.slice(2);
  const filesOf = (name) => (name === "approvals" ? APPROVALS : [join(FOLDER, `${name}.test.ts`)]);
  const files = names.length === 0 ? [FOLDER, ...APPROVALS] : names.flatMap(filesOf);
  const { code } = await runNode(
    [
      ...[join("node_modules", "vitest", "vitest.mjs"), "run", ...files, "--reporter=verbose"],
      "--no-file-parallelism",
    ],
    { env: { SOAK: "1" } },
  );
  await life.end(code === 0 ? 0 : 1);
});
