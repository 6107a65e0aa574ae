import { expect, test } from "vitest";
import { isConnectedFile, type OpenCompanyFile } from "@/lib/quickbooks/connections/company-file";
import { OWNER_ID } from "@/lib/quickbooks/connections/owner-id";
import { chooseVersion, readCompanyFile } from "./identify";

test.each([
  [["6.0", "12.0", "13.0", "14.0", "16.0"], "16.0", "13.0"],
  [["CA2.0", "7.0", "8.0"], "8.0", "8.0"],
  [["14.0", "15.0"], "15.0", null],
  [[], "16.0", "13.0"],
  [[], "8.0", "8.0"],
  [[], "0.0", null],
])("of %j with %s at most, %s is spoken", (supported, highest, spoken) => {
  expect(chooseVersion(supported, highest)).toBe(spoken);
});

const FILE_ID = "{90A44FB5-33D9-4815-AC85-BC87A7E7D1EB}";

const reply = (ext: string) => `<?xml version="1.0" ?><QBXML><QBXMLMsgsRs>
<HostQueryRs requestID="0" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><HostRet>
<ProductName>QuickBooks Enterprise Solutions 24.0</ProductName><MajorVersion>34</MajorVersion><MinorVersion>0</MinorVersion>
<Country>US</Country><SupportedQBXMLVersion>12.0</SupportedQBXMLVersion><SupportedQBXMLVersion>13.0</SupportedQBXMLVersion>
</HostRet></HostQueryRs>
<CompanyQueryRs requestID="1" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><CompanyRet>
<IsSampleCompany>false</IsSampleCompany><CompanyName>Harbor &amp; Pine</CompanyName>${ext}</CompanyRet></CompanyQueryRs>
<PreferencesQueryRs requestID="2" statusCode="0" statusSeverity="Info" statusMessage="Status OK"><PreferencesRet>
<AccountingPreferences><IsUsingAccountNumbers>true</IsUsingAccountNumbers><IsRequiringAccounts>true</IsRequiringAccounts>
<IsUsingClassTracking>true</IsUsingClassTracking><IsUsingAuditTrail>true</IsUsingAuditTrail>
<IsAssigningJournalEntryNumbers>true</IsAssigningJournalEntryNumbers><ClosingDate>2025-12-31</ClosingDate>
</AccountingPreferences></PreferencesRet></PreferencesQueryRs></QBXMLMsgsRs></QBXML>`;

const ext = (owner: string, name: string) =>
  `<DataExtRet><OwnerID>${owner}</OwnerID><DataExtName>${name}</DataExtName><DataExtType>STR255TYPE</DataExtType><DataExtValue>${FILE_ID}</DataExtValue></DataExtRet>`;

const caller = { path: "C:\\Books\\acme.qbw", version: "16.0" };

test("the first words of a run tell the file, its stamp, the version and the preferences", async () => {
  const file = await readCompanyFile(
    reply(ext(OWNER_ID.toLowerCase(), "AppLock") + ext(OWNER_ID.toLowerCase(), "FileID")),
    caller,
  );
  expect(file).toEqual({
    path: caller.path,
    companyName: "Harbor & Pine",
    fileId: FILE_ID,
    productName: "QuickBooks Enterprise Solutions 24.0",
    productVersion: "34.0",
    country: "US",
    qbxmlVersion: "13.0",
    preferences: {
      isUsingClassTracking: true,
      isUsingAccountNumbers: true,
      isRequiringAccounts: true,
      closingDate: "2025-12-31",
      isMultiCurrencyOn: undefined,
    },
  });
});

test("another application's stamp is not ours; a reply without a company tells nothing", async () => {
  const other = await readCompanyFile(reply(ext("{00000000-0000-0000-0000-000000000001}", "FileID")), caller);
  expect(other?.fileId).toBeNull();
  expect(
    await readCompanyFile('<?xml version="1.0" ?><QBXML><QBXMLMsgsRs/></QBXML>', caller),
  ).toBeUndefined();
});

const open = (change: Partial<OpenCompanyFile>): OpenCompanyFile => ({
  path: caller.path,
  companyName: "Acme",
  fileId: FILE_ID,
  productName: "QuickBooks",
  productVersion: null,
  country: "US",
  qbxmlVersion: "13.0",
  preferences: {},
  ...change,
});

test.each([
  ["the first run, our stamp", { companyName: null, companyFilePath: null }, {}, true],
  ["the first run, no stamp", { companyName: null, companyFilePath: null }, { fileId: null }, true],
  ["another stamp", {}, { fileId: "{00000000-0000-0000-0000-000000000001}" }, false],
  [
    "the stamp without braces, in lower case",
    {},
    { fileId: FILE_ID.replace(/[{}]/g, "").toLowerCase() },
    true,
  ],
  ["the company was renamed", {}, { companyName: "Acme & Daughters" }, true],
  ["the file was moved", {}, { path: "D:\\acme.qbw" }, true],
  [
    "another name in another place, though with our stamp",
    {},
    { companyName: "Other", path: "D:\\other.qbw" },
    false,
  ],
  ["no stamp and another name", {}, { companyName: "Other", fileId: null }, false],
])("%s", (_, known, change, expected) => {
  const connected = { fileId: FILE_ID, companyName: "Acme", companyFilePath: caller.path, ...known };
  expect(isConnectedFile(connected, open(change))).toBe(expected);
});
