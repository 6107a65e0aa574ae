import { join } from "node:path";

/** Scripts speak of files from the project's folder, wherever they are called from; old Node versions end here. */
export function atProjectRoot() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Countersign needs Node 20.19 or newer; this is ${process.version}.`);
  }
  process.chdir(join(import.meta.dirname, ".."));
}
