import type { OpenCompanyFile } from "@/lib/quickbooks/connections/company-file";
import { OWNER_ID } from "@/lib/quickbooks/connections/owner-id";
import { readMessageSet } from "@/lib/quickbooks/qbxml/decode";
import { type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { companyQuery } from "@/lib/quickbooks/qbxml/messages/company-query";
import { hostQuery } from "@/lib/quickbooks/qbxml/messages/host-query";
import { preferencesQuery } from "@/lib/quickbooks/qbxml/messages/preferences-query";
import { isRecordOf, type ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import type { Caller } from "./run-store";

/** The newest version we speak; later ones add nothing that bills need. */
const NEWEST = 13;

/** The highest version that QuickBooks lists and we speak, as it writes it ("13.0"). */
export function chooseVersion(supported: readonly string[], highest: string): string | null {
  // Without a list, every version up to the highest is spoken.
  if (supported.length === 0)
    return Number(highest) >= 1 ? (Number(highest) > NEWEST ? `${NEWEST}.0` : highest) : null;
  const known = supported
    .map((text) => ({ text, version: Number(text) }))
    .filter(({ text, version }) => /^\d+\.\d+$/.test(text) && version <= NEWEST);
  return known.sort((a, b) => b.version - a.version)[0]?.text ?? null;
}

/** Asks what the first sendRequestXML usually brings by itself; for a caller that brings nothing. */
export const identityRequests = (): Request[] => [
  request(hostQuery, "0", {}),
  request(companyQuery, "1", { OwnerID: [OWNER_ID] }),
  request(preferencesQuery, "2", {}),
];

const sameGuid = (a: string | undefined, b: string): boolean => a?.toUpperCase() === b.toUpperCase();

/**
 * Reads HostRet, CompanyRet and PreferencesRet. Undefined when there is no CompanyRet: then nobody
 * knows which company file is open, and nothing may be written.
 * @throws QbxmlError when the document is no reply
 */
export async function readCompanyFile(
  source: string | AsyncIterable<string>,
  caller: Caller,
): Promise<OpenCompanyFile | undefined> {
  const set = await readMessageSet(source);
  const records: ReadRecord[] = set.responses.flatMap((response) => response.records);
  const company = records.find((record) => isRecordOf(companyQuery, record));
  if (!company || !isRecordOf(companyQuery, company)) return undefined;
  const file: OpenCompanyFile = {
    path: caller.path,
    companyName: company.record.CompanyName ?? "",
    fileId:
      company.record.DataExtRet?.find(
        (ext) => ext.DataExtName === "FileID" && sameGuid(ext.OwnerID, OWNER_ID),
      )?.DataExtValue ?? null,
    productName: "QuickBooks",
    productVersion: null,
    country: "US",
    qbxmlVersion: chooseVersion([], caller.version),
    preferences: {},
  };
  for (const record of records) {
    if (isRecordOf(hostQuery, record)) {
      file.productName = record.record.ProductName ?? file.productName;
      const { MajorVersion: major, MinorVersion: minor } = record.record;
      file.productVersion = major ? `${major}.${minor ?? "0"}` : null;
      file.country = record.record.Country ?? file.country;
      file.qbxmlVersion = chooseVersion(record.record.SupportedQBXMLVersion ?? [], caller.version);
    } else if (isRecordOf(preferencesQuery, record)) {
      const accounting = record.record.AccountingPreferences;
      file.preferences = {
        isUsingClassTracking: accounting?.IsUsingClassTracking,
        isUsingAccountNumbers: accounting?.IsUsingAccountNumbers,
        isRequiringAccounts: accounting?.IsRequiringAccounts,
        closingDate: accounting?.ClosingDate,
        isMultiCurrencyOn: record.record.MultiCurrencyPreferences?.IsMultiCurrencyOn,
        homeCurrency: record.record.MultiCurrencyPreferences?.HomeCurrencyRef?.FullName,
      };
    }
  }
  return file;
}
