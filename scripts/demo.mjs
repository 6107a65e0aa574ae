import { existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "./free-port.mjs";
import { lifecycle } from "./lifecycle.mjs";
import { atProjectRoot } from "./project-root.mjs";
import { runNode } from "./run-program.mjs";
import { buildApp } from "./steps/build.mjs";
import { ownDatabase } from "./steps/database.mjs";
import { installPackages } from "./steps/install.mjs";
import { keptSecret } from "./steps/secret.mjs";
import { answering, NEXT, portOf, requireFreePort } from "./steps/server.mjs";

const USAGE = `npm run demo -- [options]
  --port N             the port of the application (3000)
  --no-simulator       no simulated QuickBooks: connect a Web Connector of your own with the printed files
  --approved-bills N   so many approved bills wait to be sent at the start
  --data DIR           where the demo keeps its data (.data/demo); remove it to begin anew`;

const life = lifecycle();

await life.run(async () => {
  atProjectRoot();
  const options = readOptions();
  await requireFreePort(options.port, "127.0.0.1");
  await installPackages();
  await buildApp();

  const folder = resolve(options.data);
  mkdirSync(folder, { recursive: true });
  const address = `http://localhost:${options.port}`;
  const database = await ownDatabase(join(folder, "postgres"), life);
  const files = {
    qwc: join(folder, "countersign.qwc"),
    password: join(folder, "web-connector-password.txt"),
    company: join(folder, "company.json"),
  };
  const simulatorPort = options.simulator ? await freePort() : undefined;
  const env = {
    DATABASE_URL: database,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: keptSecret(folder),
    PORT: String(options.port),
    DATA_DIR: folder,
    // The demo's files stay in its own folder, whatever store the settings of this computer name.
    ...{ FILES_DIR: "", S3_BUCKET: "", S3_ACCESS_KEY_ID: "", S3_SECRET_ACCESS_KEY: "" },
    DEMO: "1",
    // Whoever tries out a crash does not wait five minutes to be let in again.
    RUN_SILENT_AFTER_SECONDS: "15",
    EXIT_WITH_PARENT: "1",
    ...(simulatorPort && { DEMO_SIMULATOR_URL: `http://127.0.0.1:${simulatorPort}` }),
  };
  const logins = await seed(env, files, address, options.approvedBills);

  const server = life.start([NEXT, "start", "-H", "127.0.0.1", "-p", String(options.port)], {
    env,
    onExit: (code) => void life.end(code || 1),
  });
  await answering(`http://127.0.0.1:${options.port}/`, server);
  if (simulatorPort) startSimulator(files, simulatorPort);

  console.log(`\nThe demo runs at ${address}\n`);
  console.table(logins);
  console.log(
    simulatorPort
      ? "A simulated QuickBooks updates every 5 seconds; the Admin finds its switches at the bottom left."
      : `For a Web Connector of your own:\n  file      ${files.qwc}\n  password  ${files.password}`,
  );
  console.log("(Ctrl-C ends everything.)");
});

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({
      options: {
        port: { type: "string" },
        data: { type: "string" },
        "approved-bills": { type: "string" },
        "no-simulator": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    throw new Error(`${error.message}\n${USAGE}`);
  }
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const approvedBills = values["approved-bills"];
  if (approvedBills !== undefined && !/^\d{1,6}$/.test(approvedBills)) {
    throw new Error(`"${approvedBills}" is not a number of bills.\n${USAGE}`);
  }
  return {
    port: portOf(values.port ?? process.env.PORT, 3000),
    data: values.data ?? join(".data", "demo"),
    simulator: !values["no-simulator"],
    approvedBills,
  };
}

/** Migrates and fills the database; an organisation that is there already stays as it is. */
async function seed(env, files, address, approvedBills) {
  const migrated = await runNode(["--import", "tsx", "scripts/migrate.ts"], { env });
  if (migrated.code !== 0) throw new Error("The migrations failed: see the words above.");
  const seeded = await runNode(
    [
      ...["--import", "tsx", "scripts/seed-demo.ts", "--base-url", address],
      ...["--qwc-out", files.qwc, "--password-out", files.password, "--company", files.company],
      ...(approvedBills ? ["--approved-bills", approvedBills] : []),
    ],
    { env, capture: true },
  );
  if (seeded.code !== 0) throw new Error("Filling the demo failed: see the words above.");
  const said = JSON.parse(seeded.stdout.trim().split("\n").at(-1) ?? "[]");
  return Array.isArray(said) ? said : said.logins;
}

/** The demo goes on without its simulated QuickBooks, as Countersign does without QuickBooks. */
function startSimulator(files, port) {
  const program = join("e2e", "quickbooks", "connector.ts");
  if (!existsSync(program)) throw new Error(`${program} is missing.`);
  life.start(
    [
      ...["--import", "tsx", program, "--qwc", files.qwc, "--password-file", files.password],
      ...["--company", files.company, "--every", "5", "--control", String(port)],
    ],
    { onExit: (code) => console.error(`The simulated QuickBooks ended with code ${code}.`) },
  );
}
