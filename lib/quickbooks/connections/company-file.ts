import type { CompanyPreferences } from "@/db/schema";

/** What QuickBooks says of itself and of the open company file when a run starts. */
export interface OpenCompanyFile {
  path: string;
  companyName: string;
  /** The FileID that the Web Connector stamped into it under our OwnerID; none before the first run. */
  fileId: string | null;
  productName: string;
  country: string;
  /** The qbXML version to speak: the highest that both sides know. */
  qbxmlVersion: string | null;
  preferences: CompanyPreferences;
}

export interface KnownCompanyFile {
  fileId: string;
  companyName: string | null;
}

const bare = (guid: string): string => guid.replace(/[{}]/g, "").toUpperCase();

/**
 * Whether the open file is the connected one. The stamp decides; a file without one is taken when the
 * connection has not met its company yet or the company has the same name.
 */
export function isConnectedFile(known: KnownCompanyFile, open: OpenCompanyFile): boolean {
  if (open.fileId) return bare(open.fileId) === bare(known.fileId);
  return known.companyName === null || known.companyName === open.companyName;
}
