import { create } from "xmlbuilder2";
import { OWNER_ID } from "./owner-id";

export interface QwcLogin {
  name: string;
  username: string;
  fileId: string;
  runEveryMinutes: number;
}

/**
 * The .qwc file that an Admin opens in the Web Connector: who to call and how often. The password is
 * never in it. `baseUrl` is the address people use; it must be https unless it is this very computer
 * (QBWC1010).
 */
export function qwcFile(login: QwcLogin, baseUrl: string): string {
  const url = (path: string) => new URL(path, baseUrl).toString();
  const fields: [name: string, value: string][] = [
    ["AppName", login.name],
    ["AppID", ""],
    ["AppURL", url("/api/qbwc")],
    ["AppDescription", "Approved bills to QuickBooks, and changes back"],
    ["AppSupport", url("/help/web-connector")],
    ["UserName", login.username],
    ["OwnerID", OWNER_ID],
    ["FileID", login.fileId],
    ["QBType", "QBFS"],
    ["Style", "Document"],
    ["PersonalDataPref", "pdpNotNeeded"],
    ["UnattendedModePref", "umpOptional"],
    ["AuthFlags", "0xF"],
    ["IsReadOnly", "false"],
    ["Notify", "false"],
  ];
  const root = create({ version: "1.0" }).ele("QBWCXML");
  // xmlbuilder2 leaves alone what looks like a reference, so a name "A&P; Sons" must come escaped.
  for (const [name, value] of fields) root.ele(name).txt(value.replaceAll("&", "&amp;"));
  root.ele("Scheduler").ele("RunEveryNMinutes").txt(String(login.runEveryMinutes));
  return root.end({ prettyPrint: true, wellFormed: true });
}
