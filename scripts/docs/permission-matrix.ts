import { PERMISSIONS, type Permission, roleMay } from "@/lib/access/permissions";
import { ROLE_NAMES, ROLES } from "@/lib/access/roles";
import { findUseCases } from "@/lib/testing/use-cases";

/** The table of rights as Markdown: a row a right, a column a role, and the use cases that ask for it. */
export async function permissionMatrix(): Promise<string> {
  const useCases = await findUseCases();
  const rows = (Object.keys(PERMISSIONS) as Permission[]).map((permission) => {
    const cells = ROLES.map((role) => (roleMay([role], permission) ? "yes" : "–"));
    const asked = useCases.filter((useCase) => useCase.permission === permission);
    const names = asked.map(({ name }) => `\`${name}\``).join(", ");
    return `| \`${permission}\` | ${cells.join(" | ")} | ${names} |`;
  });
  return [
    `| right | ${ROLES.map((role) => ROLE_NAMES[role]).join(" | ")} | asked by |`,
    `| --- |${" :-: |".repeat(ROLES.length)} --- |`,
    ...rows,
  ].join("\n");
}
