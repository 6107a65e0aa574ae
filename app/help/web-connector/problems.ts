import type { HelpRow } from "@/lib/quickbooks/sync-views/code-tables";
import { HELPER_WORDS } from "@/lib/quickbooks/sync-views/helper-words";

type Problem = { codes: string[]; meaning: string; fix: string; who: string };

const { bookkeeper: AT_QUICKBOOKS, admin: ADMIN } = HELPER_WORDS;
const OPERATOR = "Whoever runs the server";

/** The Web Connector's own codes, the most frequent first. The server never sees them. */
const PROBLEMS: readonly Problem[] = [
  {
    codes: ["QBWC1012"],
    meaning:
      "The Web Connector could not log in to Countersign: the server did not answer, or not as expected.",
    fix: "Open Countersign's address in a browser on the same computer. If it does not open there, the network, a firewall or the server is at fault. If it does, run the update again; then look at the date, the time and the Windows updates of the computer.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1048"],
    meaning: "The certificate of the server could not be checked.",
    fix: "Install the Windows updates, so that the computer knows today's certificate authorities and TLS 1.2. If you run your own server, it must send its certificate with all intermediate ones, for the very host name in the .qwc file.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1039"],
    meaning:
      "The .qwc file was not accepted: something in it is missing, or it could not be noted in Windows.",
    fix: "Download it again and do not change it. Open the company file as Admin in single-user mode, start the Web Connector as the same Windows user as QuickBooks, and add the file once more.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1040"],
    meaning: "The password is wrong.",
    fix: "Paste the password again, without a space before or after it. If it is lost, an Admin makes a new one under Connections.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1028", "QBWC1029", "QBWC1030"],
    meaning: "The Web Connector has no password, or cannot read the one that it stored.",
    fix: "Type the password in the Password column, press Enter and let it be saved. It is stored for one Windows user: another one types it anew.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1007", "QBWC1008", "QBWC1009"],
    meaning: "QuickBooks could not be reached while the .qwc file was being added.",
    fix: "Open QuickBooks with the company file, as Admin, in single-user mode, then add the .qwc file again.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1013", "QBWC1014"],
    meaning: "QuickBooks could not be reached for this run.",
    fix: "Close every window that waits for an answer in QuickBooks. QuickBooks and the Web Connector must run as the same Windows user, either both as administrator or neither. Countersign shows QuickBooks' own reason among the sync errors.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1015"],
    meaning: "QuickBooks was closed before the run ended its session.",
    fix: "Nothing to do if the run ended well; otherwise run the update again.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1022", "QBWC1023", "QBWC1024", "QBWC1025", "QBWC1027"],
    meaning: "The Web Connector could not look for this connection's mark in the company file.",
    fix: "Open the company file in QuickBooks as Admin, then add the .qwc file again.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1026"],
    meaning: "This company file already carries the mark of this connection.",
    fix: "The connection was added before. Remove the older entry from the Web Connector's list and choose Update Selected on the one that stays; or add a new connection in Countersign.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1041", "QBWC1042", "QBWC1043", "QBWC1044", "QBWC1045"],
    meaning: "The line broke while data was being exchanged.",
    fix: "Run the update again. Countersign first asks QuickBooks what became of the last records, so nothing is doubled or lost. If it comes back with QBWC1042, a proxy before the server may cut large answers.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1000", "QBWC1001", "QBWC1002"],
    meaning: "The addresses in the .qwc file are IP addresses, or of two different hosts.",
    fix: "The server must be reached under one host name. Set NEXTAUTH_URL to it and download the .qwc file again.",
    who: OPERATOR,
  },
  {
    codes: ["QBWC1003", "QBWC1004"],
    meaning: "The help page that the .qwc file names could not be opened.",
    fix: "This very page must open without a login in a browser on that computer. A firewall, a proxy or the certificate may stand in the way.",
    who: OPERATOR,
  },
  {
    codes: ["QBWC1010"],
    meaning: "The address of the server does not begin with https.",
    fix: "Set up https on the server, set NEXTAUTH_URL to the https address, and download the .qwc file again.",
    who: OPERATOR,
  },
  {
    codes: ["QBWC1011", "QBWC1032"],
    meaning: "The Web Connector lists a connection that Windows has forgotten.",
    fix: "Remove the line from its list and add the .qwc file again, as the Windows user who runs QuickBooks.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1016", "QBWC1018", "QBWC1019"],
    meaning: "No line of the Web Connector's list is ticked.",
    fix: "Tick the box at the left of the line and choose Update Selected.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1017", "QBWC1031"],
    meaning: "An update ended with errors; the message names the connections.",
    fix: "Look at the status of each line, and at the sync errors in Countersign.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1020"],
    meaning: "The Web Connector is being closed although updates are planned.",
    fix: "Leave it open, minimised. While it is closed nothing is updated.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1005", "QBWC1006", "QBWC1033"],
    meaning: "The Web Connector cannot start, or cannot write its log file.",
    fix: "Close the Web Connector, rename QWCLog.txt in C:\\ProgramData\\Intuit\\QBWebConnector\\log, and start it again as the usual Windows user.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1085"],
    meaning: "The last update went wrong, often because the log file cannot be written.",
    fix: "Rename QWCLog.txt as for QBWC1033 and start the Web Connector again. If the code comes back, read the end of the log.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1021", "QBWC1038"],
    meaning: "A part of the Web Connector is too old or damaged.",
    fix: "Install the newest Web Connector from Intuit over it.",
    who: AT_QUICKBOOKS,
  },
  {
    codes: ["QBWC1034"],
    meaning: "The .qwc file does not admit this edition of QuickBooks.",
    fix: "Download the .qwc file again from Countersign, which admits Pro, Premier and Enterprise.",
    who: ADMIN,
  },
  {
    codes: ["QBWC1035"],
    meaning: "The computer does not know its own name, localhost.",
    fix: "Look into C:\\Windows\\System32\\drivers\\etc\\hosts. It concerns servers on the same computer alone.",
    who: OPERATOR,
  },
  {
    codes: ["QBWC1036", "QBWC1037", "QBWC1046"],
    meaning: "Countersign and the Web Connector could not agree on a version.",
    fix: "Install the newest Web Connector from Intuit. Run the update again.",
    who: AT_QUICKBOOKS,
  },
];

const row = ({ codes, ...rest }: Problem): HelpRow => ({
  anchor: codes[0] ?? "",
  anchors: codes.slice(1),
  heading: codes.join(", "),
  ...rest,
});

export const PROBLEM_ROWS: readonly HelpRow[] = PROBLEMS.map(row);
