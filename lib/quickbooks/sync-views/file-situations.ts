import type { Situation } from "./situation";

/** What can be wrong with the company file, QuickBooks or the way to it. None of these costs an attempt, but where QuickBooks refuses a single record. */
export const FILE_SITUATIONS: readonly Situation[] = [
  {
    id: "other-company-file",
    title: "Another company file is open",
    codes: ["foreign-company-file", "0x8004040a"],
    meaning: "QuickBooks has a company file open that is not the one this connection belongs to.",
    handled:
      "The file is recognised before anything else is asked. Nothing is read from another file or written into it, and no attempt is used up.",
    fix: "Open the connected company file and run the update again. For the other file, add a connection of its own.",
    who: "bookkeeper",
  },
  {
    id: "backup",
    title: "A backup was restored",
    codes: ["restored-backup", "600"],
    meaning: "The company file is older than the last run: records that were linked are not in it any more.",
    handled:
      "It is noticed from bills, payments and credits that are neither there nor among the deleted ones. Everything is then read anew and compared; nothing is added again by itself.",
    fix: "Go through the bills that are marked as missing and add again those that are owed. Bills whose payment is gone are open again: record it anew.",
    who: "accounting",
  },
  {
    id: "user-mode",
    title: "Single-user and multi-user mode",
    codes: ["3162", "0x80040410", "0x80040422"],
    meaning: "QuickBooks has the company file open in a mode in which this is not possible.",
    handled:
      "The run ends without using up an attempt, and the next one tries again. Entries are made inactive rather than deleted, so that single-user mode is needed only to connect the file.",
    fix: "Switch the mode in QuickBooks' File menu, or close the program that shares the file, and run the update again.",
    who: "bookkeeper",
  },
  {
    id: "modal-dialog",
    title: "A window in QuickBooks waits for an answer",
    codes: ["0x80040414"],
    meaning: "QuickBooks does nothing for other programs while one of its windows asks something.",
    handled:
      "The run ends without using up an attempt. What was on its way is asked about first thing in the next run, so nothing is doubled.",
    fix: "Answer or close the window in QuickBooks, and run the update again.",
    who: "bookkeeper",
  },
  {
    id: "read-only",
    title: "QuickBooks lets Countersign read, but not write",
    codes: ["3263", "3260", "3261"],
    meaning: "The permission that was given in QuickBooks does not include what Countersign has to do.",
    handled:
      "Reading goes on. What may not be written waits in the queue without using up an attempt, and goes again in the next run.",
    fix: "In QuickBooks, as Admin: Edit, Preferences, Integrated Applications, Company Preferences, choose Countersign, Properties, and allow it to read and modify the file. The next run then writes what waits.",
    who: "bookkeeper",
  },
  {
    id: "no-permission",
    title: "No permission in QuickBooks",
    codes: ["3220", "0x80040418", "0x8004041a", "0x8004041d", "0x80040420"],
    meaning:
      "QuickBooks does not let Countersign, or the QuickBooks user it works as, into the company file.",
    handled:
      "The run ends without using up an attempt; a single record that the user's role forbids is refused.",
    fix: "Log in to QuickBooks as Admin: Edit, Preferences, Integrated Applications, Company Preferences, and allow Countersign, also when QuickBooks is not running. Give the user behind it a role that may enter bills and vendors.",
    who: "bookkeeper",
  },
  {
    id: "upgraded-file",
    title: "The company file was upgraded to a newer QuickBooks",
    codes: ["0x80040423", "1030"],
    meaning: "A newer QuickBooks has converted the company file, or another release opens it than before.",
    handled:
      "Version and qbXML are asked for in every run, and each message is written in what this QuickBooks speaks. The change of version is noted in the history.",
    fix: "Nothing, as a rule. If the Web Connector stays silent afterwards, repair it from Windows' list of programs, and let QuickBooks ask for its permission again.",
    who: "bookkeeper",
  },
  {
    id: "not-running",
    title: "QuickBooks is closed",
    codes: ["0x80040408", "0x80040416", "0x80040417", "0x80040424"],
    meaning:
      "The Web Connector called while QuickBooks was closed, without a company file, or still starting.",
    handled: "The run ends without using up an attempt. Everything waits for the next one.",
    fix: "Open QuickBooks with the company file. To let it run unattended, allow Countersign to log in automatically in the Integrated Applications preferences.",
    who: "bookkeeper",
  },
  {
    id: "lost-answer",
    title: "The line broke in the middle of the work",
    codes: [
      "no-answer",
      "0x80010105",
      "0x800706ba",
      "0x8004040d",
      "0x8004041c",
      "0x80040402",
      "9001",
      "9002",
    ],
    meaning:
      "QuickBooks or the line went away while records were being saved, so it is open which of them are.",
    handled:
      "Nothing is sent again before QuickBooks has been asked what became of each record. Nothing is doubled or lost, and no attempt is used up.",
    fix: "Leave QuickBooks open and run the update again.",
    who: "bookkeeper",
  },
];
