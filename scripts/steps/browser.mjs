import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { delimiter, join } from "node:path";
import { BROWSER_ARGUMENTS } from "../browser-arguments.mjs";
import { runNode, runProgram } from "../run-program.mjs";

// The headless shell first: it draws no windows, so that a story takes two thirds of the processor's time.
const NAMES = [
  ...["chromium-headless-shell", "chrome-headless-shell"],
  ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium that starts here: one that is installed, else one we can install, the least invasive way first.
 * @returns {Promise<string | undefined>} its path; undefined when there is none and none can be had
 */
export async function findBrowser() {
  const ways = [installedBrowser, fromApt, fromPlaywright, fromNpm];
  for (const way of ways) {
    const path = await way();
    if (path) return path;
  }
  return undefined;
}

async function installedBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return firstThatStarts([process.env.CHROMIUM_PATH, ...inPath, ...ELSEWHERE]);
}

/** Debian's, which brings the libraries a bare machine lacks. */
async function fromApt() {
  if (!existsSync("/usr/bin/apt-get") || userInfo().uid !== 0) return undefined;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await runProgram("apt-get", ["update", "-q"], { env, timeout: 180_000 });
  for (const name of ["chromium-headless-shell", "chromium"]) {
    console.log(`No Chromium is installed: trying Debian's (apt-get install ${name})`);
    await runProgram("apt-get", ["install", "-y", "-q", "--no-install-recommends", name], {
      env,
      timeout: 600_000,
    });
    const path = await installedBrowser();
    if (path) return path;
  }
  return undefined;
}

/** Playwright's own build; its servers are not reachable from everywhere, hence the short patience. */
async function fromPlaywright() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  if (!existsSync(path)) {
    console.log("Trying Playwright's Chromium (playwright install chromium)");
    await runNode([join("node_modules", "playwright", "cli.js"), "install", "chromium"], {
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" },
      quiet: true, // where its servers are not reachable it says so in forty lines; the next way is tried then
      timeout: 240_000,
    });
  }
  return firstThatStarts([path]);
}

/** The browser inside an npm package: needs no rights, only the libraries nss and nspr. */
async function fromNpm() {
  console.log("Trying the Chromium of the npm package @sparticuz/chromium");
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    return firstThatStarts([await chromium.executablePath()]);
  } catch (error) {
    console.log(`It does not unpack here: ${error.message}`);
    return undefined;
  }
}

async function firstThatStarts(paths) {
  for (const path of paths) if (path && existsSync(path) && (await starts(path))) return path;
  return undefined;
}

/** Showing one page, started as the tests start it, proves that its libraries are there; a version number would not. */
async function starts(executablePath) {
  const { chromium } = await import("@playwright/test");
  try {
    const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS, timeout: 30_000 });
    const page = await browser.newPage();
    await page.goto("data:text/html,<p>ready</p>");
    await browser.close();
    return true;
  } catch (error) {
    console.log(`${executablePath} does not start: ${error.message.split("\n")[0]}`);
    return false;
  }
}
