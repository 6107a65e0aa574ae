import type { HelpRow } from "@/lib/quickbooks/sync-views/code-tables";
import { HELPER_WORDS } from "@/lib/quickbooks/sync-views/helper-words";

const { bookkeeper: AT_QUICKBOOKS, admin: ADMIN } = HELPER_WORDS;

/** What goes wrong without a code, on remote desktops above all. */
export const NO_CODE_ROWS: readonly HelpRow[] = [
  {
    anchor: "remote-logged-off",
    heading: "Remote desktop: updates stop at night",
    meaning: "The session was logged off, which ends the Web Connector and QuickBooks with it.",
    fix: "Disconnect instead of logging off, and have the server keep disconnected sessions. The Web Connector goes on in a disconnected session.",
    who: AT_QUICKBOOKS,
  },
  {
    anchor: "remote-two-users",
    heading: "Remote desktop: two people, two Web Connectors",
    meaning:
      "Each Windows user of a terminal server has a Web Connector of their own. The second that calls is sent away as “busy”.",
    fix: "Choose one Windows user for the updates, and remove Countersign from the Web Connector of all others.",
    who: AT_QUICKBOOKS,
  },
  {
    anchor: "remote-other-session",
    heading: "Remote desktop: QuickBooks is open, and not found",
    meaning:
      "QuickBooks is open in another session, or as administrator while the Web Connector is not. Windows keeps the two apart.",
    fix: "Open both in the same session as the same user, both with or both without administrator rights.",
    who: AT_QUICKBOOKS,
  },
  {
    anchor: "remote-own-computer",
    heading: "Remote desktop: the .qwc file was opened on the wrong computer",
    meaning:
      "The file was double-clicked on one's own computer, where there is no QuickBooks. QuickBooks runs on the remote one.",
    fix: "Sign in to Countersign in a browser inside the remote desktop, and download and open the file there. Copying the file over works as well.",
    who: AT_QUICKBOOKS,
  },
  {
    anchor: "hosted",
    heading: "Hosted QuickBooks",
    meaning: "Many hosts let no program be installed beside QuickBooks, or install it on request only.",
    fix: "Ask the host to install the Web Connector for the user who opens the company file, and to allow outgoing https to Countersign's address.",
    who: AT_QUICKBOOKS,
  },
  {
    anchor: "no-auto-run",
    heading: "Nothing happens by itself",
    meaning: "Auto-Run is off, the line is not ticked, or the Web Connector is closed.",
    fix: "Open the Web Connector, tick the line and Auto-Run. Let Windows start the Web Connector at log-in; it is a program, not a service.",
    who: AT_QUICKBOOKS,
  },
  {
    anchor: "sleep",
    heading: "Updates stop after a while",
    meaning: "The computer sleeps, or Windows restarted for an update and nobody logged in since.",
    fix: "Turn sleep off on the QuickBooks computer, and log in after a restart.",
    who: AT_QUICKBOOKS,
  },
  {
    anchor: "no-data-exchange",
    heading: "“No data exchange required”",
    meaning: "The connection is paused in Countersign.",
    fix: "Resume it under Connections.",
    who: ADMIN,
  },
  {
    anchor: "permission-window",
    heading: "The window that asks for permission does not come",
    meaning: "It is shown to QuickBooks' Admin only, in single-user mode, and may lie behind another window.",
    fix: "Log in to QuickBooks as Admin, switch to single-user mode, minimise the Web Connector and look behind it.",
    who: AT_QUICKBOOKS,
  },
];
