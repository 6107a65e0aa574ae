import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";

/** A command or a query as lib exports it. */
export interface UseCase {
  /** The exported name: "approveBill". */
  name: string;
  /** Where it stands, from the project's root: "lib/bills/give-verdict.ts". */
  file: string;
  kind: "command" | "query";
  permission: Permission;
  input: z.ZodType;
  call(actor: Actor, input: unknown): Promise<unknown>;
}

const MADE_HERE = /export const (\w+) = (command|query|series)\(/g;

interface Made {
  (actor: Actor, input: unknown): Promise<unknown>;
  permission: Permission;
  input: z.ZodType;
}

/** Every command and query of lib, found in its files so that none can be forgotten in a list. By permission, then name. */
export async function findUseCases(): Promise<UseCase[]> {
  const found: UseCase[] = [];
  for (const path of readdirSync("lib", { recursive: true, encoding: "utf8" })) {
    if (!path.endsWith(".ts") || path.endsWith(".test.ts")) continue;
    const file = join("lib", path).replaceAll("\\", "/");
    const made = [...readFileSync(file, "utf8").matchAll(MADE_HERE)];
    if (made.length === 0) continue;
    const exported: Record<string, unknown> = await import(pathToFileURL(file).href);
    for (const [, name = "", kind] of made) {
      const call = exported[name] as Made;
      found.push({
        ...{ name, file, call, permission: call.permission, input: call.input },
        kind: kind === "query" ? "query" : "command",
      });
    }
  }
  return found.sort((a, b) => a.permission.localeCompare(b.permission) || a.name.localeCompare(b.name));
}
