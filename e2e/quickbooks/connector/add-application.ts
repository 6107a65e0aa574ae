import type { CompanyFile } from "../company/company-file";
import { QuickBooksError } from "../company/refusal";
import { exchange } from "./http-exchange";
import { QbwcError } from "./qbwc-error";
import { type QwcFile, readQwcFile } from "./qwc-file";

// What this PC's Web Connector has added, as its registry would know: a file is stamped once, when the .qwc
// is added, and not again when some other company file happens to be open.
const added = new Set<string>();

/**
 * Adds a .qwc file: reads it, fetches AppURL and AppSupport, and stamps the open company file.
 * @throws QbwcError QBWC1003, 1004 (AppSupport), 1048 (AppURL), 1026 (stamped already) and those of the file.
 */
export async function addApplication(
  qwc: string,
  company: CompanyFile,
  timeoutMs = 100_000,
): Promise<QwcFile> {
  const file = readQwcFile(qwc);
  const get = async (url: string, code: string) => {
    try {
      return await exchange({ method: "GET", url, timeoutMs });
    } catch (error) {
      throw new QbwcError(code, `${url}: ${error instanceof Error ? error.message : error}`);
    }
  };
  const page = await get(file.appUrl, "QBWC1048");
  if (page.status !== 200) throw new QbwcError("QBWC1048", `AppURL answered GET with ${page.status}`);
  const support = await get(file.appSupport, "QBWC1004");
  if (support.status !== 200 && support.status !== 202) {
    throw new QbwcError("QBWC1003", `AppSupport answered with ${support.status}`);
  }
  try {
    company.stampApplication(file.ownerId, file.fileId, file.appName);
  } catch (error) {
    if (error instanceof QuickBooksError) throw new QbwcError("QBWC1026", error.message);
    throw error;
  }
  remember(file);
  return file;
}

/** Whether this PC has added that .qwc file, or the open company file carries its stamp. */
export function isAdded(qwc: QwcFile, company: CompanyFile): boolean {
  return added.has(qwc.ownerId + qwc.fileId) || company.isStamped(qwc.ownerId, qwc.fileId);
}

/** Keeps in mind that the .qwc file was added. */
export function remember(qwc: QwcFile): void {
  added.add(qwc.ownerId + qwc.fileId);
}
