import type { CompanyPreferences } from "@/db/schema";

/** What QuickBooks says of itself and of the open company file when a run starts. */
export interface OpenCompanyFile {
  path: string;
  companyName: string;
  /** The FileID that the Web Connector stamped into it under our OwnerID; none before the first run. */
  fileId: string | null;
  productName: string;
  /** "34.0"; null where it is not said. It changes when QuickBooks, and with it the file, is upgraded. */
  productVersion: string | null;
  country: string;
  /** The qbXML version to speak: the highest that both sides know. */
  qbxmlVersion: string | null;
  preferences: CompanyPreferences;
}

export interface KnownCompanyFile {
  fileId: string;
  /** Null before the first run. */
  companyName: string | null;
  companyFilePath: string | null;
}

const bare = (guid: string): string => guid.replace(/[{}]/g, "").toUpperCase();

/**
 * Whether the open file is the connected one. Another stamp than ours is another connection's file. Our
 * stamp alone proves little: whoever opens the same .qwc file beside another company stamps that one
 * too. A company may be renamed, and a file may be moved; a file that has another name in another place
 * is another company.
 */
export function isConnectedFile(known: KnownCompanyFile, open: OpenCompanyFile): boolean {
  if (open.fileId && bare(open.fileId) !== bare(known.fileId)) return false;
  if (known.companyName === null || known.companyName === open.companyName) return true;
  return open.fileId !== null && known.companyFilePath?.toLowerCase() === open.path.toLowerCase();
}
