import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";
import type { Helper } from "@/lib/quickbooks/qbxml/status-explanation";

export interface Explanation {
  meaning: string;
  fix: string;
  who: Helper;
}

/** The errors that have a word of ours for a code, nearly all of a connection; their message says what happened. */
export const CONNECTION_TROUBLES: Record<TroubleCode, Explanation> = {
  "second-computer": {
    who: "admin",
    meaning: "Two computers run the Web Connector with this connection's password.",
    fix: "Remove Countersign from the Web Connector on one of them. One computer per company file.",
  },
  "late-call": {
    who: "admin",
    meaning: "A run was silent for so long that it was given up, and then it went on. It was turned away.",
    fix: "Nothing is lost or doubled. If it comes again, see whether two computers run the Web Connector, or the one is put to sleep.",
  },
  "repeated-call": {
    who: "admin",
    meaning: "An answer arrived that had not been asked for. It was not taken in.",
    fix: "Nothing is lost or doubled. If it comes again, ask whether a proxy between QuickBooks and Countersign repeats requests.",
  },
  "foreign-company-file": {
    who: "bookkeeper",
    meaning: "Another company file was open in QuickBooks. Nothing was read from it or written into it.",
    fix: "Open the connected company file and run the update again. For the other file, add a connection of its own.",
  },
  country: {
    who: "admin",
    meaning: "This is not the US edition of QuickBooks.",
    fix: "Connect a company file of the US edition.",
  },
  "too-old": {
    who: "admin",
    meaning: "This QuickBooks does not speak a qbXML version that Countersign knows.",
    fix: "Update QuickBooks Desktop.",
  },
  "no-company": {
    who: "bookkeeper",
    meaning: "QuickBooks answered without naming the company file that is open.",
    fix: "Open the company file in QuickBooks and run the update again.",
  },
  "no-answer": {
    who: "bookkeeper",
    meaning: "The Web Connector came back without QuickBooks' answer.",
    fix: "Run the update again. Countersign first asks what became of the last records; nothing is doubled.",
  },
  "unreadable-answer": {
    who: "support",
    meaning: "QuickBooks' answer arrived damaged or cut short. None of it was taken in.",
    fix: "Run the update again. If it comes again, send us the run from the sync history.",
  },
  "look-up-failed": {
    who: "support",
    meaning: "QuickBooks did not say whether the last records reached it, so they are not sent again.",
    fix: "Run the update again with the company file open.",
  },
  "outcome-unknown": {
    who: "accounting",
    meaning:
      "The answer to this record was lost, and QuickBooks cannot be asked about it: the question or the answer could not be read. It may be in QuickBooks.",
    fix: "Look for it in QuickBooks. Only if it is not there, put it back into the queue.",
  },
  "restored-backup": {
    who: "accounting",
    meaning:
      "Bills or payments that were linked are not in the company file any more, and nobody deleted them there.",
    fix: "Go through the bills in the Archive that are marked as missing, and add again those that are owed. Record the payments anew that were made.",
  },
};
