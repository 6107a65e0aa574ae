/** What people meet at the Web Connector, the most frequent first. The server never sees these codes. */
export const PROBLEMS = [
  {
    code: "QBWC1012",
    means:
      "The Web Connector could not log in to Countersign: the server did not answer, or not as expected.",
    fix: "Open Countersign's address in a browser on the same computer. If it does not open there, the network, a firewall or the server is at fault. If it does, run the update again; then look at the date, the time and the Windows updates of the computer.",
  },
  {
    code: "QBWC1048",
    means: "The certificate of the server could not be checked.",
    fix: "Install the Windows updates, so that the computer knows today's certificate authorities and TLS 1.2. If you run your own server, it must send its certificate with all intermediate ones, for the very host name in the .qwc file.",
  },
  {
    code: "QBWC1039",
    means: "The .qwc file was not accepted: something in it is missing, or it could not be noted in Windows.",
    fix: "Download it again and do not change it. Open the company file as Admin in single-user mode, start the Web Connector as the same Windows user as QuickBooks, and add the file once more.",
  },
  {
    code: "QBWC1040",
    means: "The password is wrong.",
    fix: "Paste the password again, without a space before or after it. If it is lost, an Admin makes a new one under Connections.",
  },
  {
    code: "QBWC1007, 1008, 1009",
    means: "QuickBooks could not be reached while the .qwc file was being added.",
    fix: "Open QuickBooks with the company file, as Admin, in single-user mode, then add the .qwc file again.",
  },
  {
    code: "QBWC1013, 1014",
    means: "QuickBooks could not be reached for this run.",
    fix: "Close every window that waits for an answer in QuickBooks. QuickBooks and the Web Connector must run as the same Windows user, either both as administrator or neither.",
  },
  {
    code: "QBWC1026",
    means: "This company file already carries the mark of this connection.",
    fix: "The connection was added before. Remove the older entry from the Web Connector's list and choose Update Selected on the one that stays; or add a new connection in Countersign.",
  },
  {
    code: "QBWC1041, 1042",
    means: "The line broke while data was being exchanged.",
    fix: "Run the update again. Countersign first asks QuickBooks what became of the last records, so nothing is doubled or lost.",
  },
  {
    code: "QBWC1000 to 1004",
    means: "The address in the .qwc file, or this very page, could not be reached.",
    fix: "The server must be reachable under its host name, not under an IP address, and this page must open without a login.",
  },
  {
    code: "QBWC1010",
    means: "The address of the server does not begin with https.",
    fix: "Set up https on the server, set NEXTAUTH_URL to the https address, and download the .qwc file again.",
  },
  {
    code: "QBWC1033, 1085",
    means: "The Web Connector cannot write its log file.",
    fix: "Close the Web Connector, rename QWCLog.txt in C:\\ProgramData\\Intuit\\QBWebConnector\\log, and start it again.",
  },
] as const;
