import type { Actor } from "@/lib/access/actor";
import { listCompanyFiles } from "@/lib/quickbooks/connections/connection-views";

type CompanyFiles = Awaited<ReturnType<typeof listCompanyFiles>>;

/** The company file of an address, the first one where it names none; undefined while there is none. */
export async function companyFileOf(
  actor: Actor,
  company: string | string[] | undefined,
): Promise<{ files: CompanyFiles; file: CompanyFiles[number] | undefined }> {
  const files = await listCompanyFiles(actor, {});
  return { files, file: files.find(({ id }) => id === company) ?? files[0] };
}
