import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

/** @typedef {{ uid: number, gid: number, name: string }} ServerAccount */

/**
 * The account PostgreSQL runs under when we are root: it refuses to run as root.
 * An existing "postgres" account is used; otherwise one is added; otherwise "nobody" must do.
 * @returns {ServerAccount | undefined} undefined when we are not root (or on Windows): the server is then ours.
 */
export function serverAccount() {
  if (process.platform === "win32" || userInfo().uid !== 0) return undefined;
  const existing = lookUp("postgres");
  if (existing) return existing;
  spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"]);
  const account = lookUp("postgres") ?? lookUp("nobody");
  if (!account) throw new Error("PostgreSQL cannot run as root, and no other account was found to run it.");
  return account;
}

/** @param {string} name @returns {ServerAccount | undefined} */
function lookUp(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
  if (uid?.status !== 0 || gid?.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout), name };
}

/**
 * Whether the account can enter a folder. Asked of the system itself, since modes, groups and ACLs of every
 * folder above decide it together.
 * @param {string} folder @param {ServerAccount | undefined} account
 */
export function canEnter(folder, account) {
  if (!account) return true;
  const tried = spawnSync("/bin/ls", ["-d", `${folder}/.`], {
    uid: account.uid,
    gid: account.gid,
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}

/**
 * A folder every account can pass through, for what may not stay below a closed one (/root, or any 0700 folder).
 * @param {boolean} durable true for data to keep across restarts of the machine
 * @param {ServerAccount} account
 */
export function openFolder(durable, account) {
  const temporary = [tmpdir(), "/var/tmp", "/tmp"].map((folder) => join(folder, "countersign"));
  const candidates = durable ? ["/var/lib/countersign", "/opt/countersign", ...temporary] : temporary;
  for (const folder of candidates) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o711 });
    } catch {
      continue; // not writable here: the next candidate may be
    }
    if (canEnter(folder, account)) return folder;
  }
  throw new Error(`The account "${account.name}" can enter none of: ${candidates.join(", ")}.`);
}
