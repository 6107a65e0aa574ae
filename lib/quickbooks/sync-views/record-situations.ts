import type { Situation } from "./situation";

/** What can be wrong with one record: its name, what it refers to, its date, its life in QuickBooks. */
export const RECORD_SITUATIONS: readonly Situation[] = [
  {
    id: "name-of-another-list",
    title: "The name belongs to a customer, an employee or another name",
    codes: ["3100"],
    words: /\b(customer|employee|other name)/i,
    meaning:
      "QuickBooks keeps one set of names for vendors, customers, employees and other names. Somebody who is no vendor bears this one.",
    handled:
      "The name is looked up among vendors and among customers. Only the same kind of record is linked; no other is touched.",
    fix: "Open the new vendor, customer or job from its error and change its name: a free one, such as “Name (Vendor)”, is filled in. What waits for it goes on.",
    who: "clerk",
  },
  {
    id: "name-inactive",
    title: "The name belongs to an inactive entry",
    codes: ["3100"],
    words: /\binactive/i,
    meaning: "QuickBooks has an entry of this name that was made inactive, and keeps the name taken.",
    handled: "Inactive entries are looked up as well, and linked where it is the same kind of record.",
    fix: "Make the entry active again in QuickBooks, or choose another name.",
    who: "accounting",
  },
  {
    id: "letter-case",
    title: "Names that differ only in capital letters",
    codes: ["3100"],
    words: /\b(case|capital)/i,
    meaning: "To QuickBooks “Acme” and “ACME” are one name.",
    handled:
      "Names are compared without regard to capitals, before and after sending. The entry in QuickBooks is linked, and keeps the spelling it has there.",
    fix: "Use the entry that exists; to change its spelling, edit it in QuickBooks.",
    who: "clerk",
  },
  {
    id: "name-taken",
    title: "The name exists already",
    codes: ["3100"],
    meaning:
      "QuickBooks has an entry of this name: active or inactive, a vendor, a customer, an employee or another name.",
    handled:
      "The name is looked up, and the same kind of record is linked instead of being added twice. Only what cannot be linked is refused.",
    fix: "Use the entry that exists, or give the new one another name.",
    who: "clerk",
  },
  {
    id: "inactive-entry",
    title: "A vendor, account or item was made inactive while the bill waited",
    codes: ["3140", "3210"],
    words: /\binactive|not active/i,
    meaning: "The bill names an entry that is inactive in QuickBooks.",
    handled:
      "The check before sending holds such a bill back, without an attempt, and looks again in every run.",
    fix: "Make the entry active in QuickBooks, or un-approve the bill and choose another.",
    who: "accounting",
  },
  {
    id: "wrong-account",
    title: "An account of the wrong kind",
    codes: ["3140", "3210", "3300"],
    words: /\baccount/i,
    meaning: "QuickBooks does not take this account here: it is of the wrong kind, was renamed or is gone.",
    handled: "The lists are read again in every run, and the bill goes with what they say then.",
    fix: "Un-approve the bill and pick another account: an ordinary expense account for a line with a customer, an Accounts Payable account for the bill itself.",
    who: "accounting",
  },
  {
    id: "overpaid",
    title: "More is paid than is open",
    codes: ["3210"],
    words: /\b(pay|paid|paying|payment|amount due|applied)\b/i,
    meaning:
      "The bill has less open in QuickBooks than the payment would settle: somebody paid it there meanwhile.",
    handled: "The bill is fetched from QuickBooks in the next run, and shows what is open.",
    fix: "Look at the payments on the bill, then record what is left, or withdraw the payment here.",
    who: "accounting",
  },
  {
    id: "closing-date-password",
    title: "The closing date is protected by a password",
    codes: ["3171", "3161", "3220"],
    words: /\bpassword/i,
    meaning:
      "The bill lies in a closed period whose password QuickBooks asks of a person. A program cannot give it.",
    handled: "Bills on or before the closing date are held back before they are sent, without an attempt.",
    fix: "Give the bill a later date. Or set an earlier closing date in QuickBooks (Edit, Preferences, Accounting, Company Preferences), run the update, and set it back.",
    who: "accounting",
  },
  {
    id: "closing-date",
    title: "The date lies in a closed period",
    codes: ["3171", "3161"],
    meaning: "QuickBooks' books are closed up to a date, and this bill is dated on or before it.",
    handled:
      "The closing date is read in every run; bills it would stop are held back before they are sent, without an attempt.",
    fix: "Give the bill a later date, or change the closing date in QuickBooks (Edit, Preferences, Accounting, Company Preferences).",
    who: "accounting",
  },
  {
    id: "characters",
    title: "Letters that QuickBooks cannot store",
    codes: ["3080", "3090"],
    words: /\bcharacter|string/i,
    meaning: "QuickBooks stores the letters of Western Europe. It would keep a question mark for any other.",
    handled:
      "Curly quotes, long dashes and special spaces are made plain. Other letters are pointed out on the bill before approval; nothing is dropped unseen.",
    fix: "Write the name, number or memo in other letters.",
    who: "clerk",
  },
  {
    id: "account-number-taken",
    title: "QuickBooks could not save, for another reason than a colleague",
    codes: ["3180"],
    words: /\b(account number|already (?:in use|used|exists)|empty transaction|initials)/i,
    meaning: "What was to be saved meets something that is in QuickBooks already, such as a number in use.",
    handled: "It goes again in the next run, three times in all.",
    fix: "Correct what QuickBooks names, then put the record back into the queue.",
    who: "accounting",
  },
  {
    id: "in-use",
    title: "Somebody is working on the record in QuickBooks",
    codes: ["3170", "3175", "3176", "3180"],
    words: /\b(in use|another user|being (?:used|modified|edited)|open(?:ed)? by|locked|has been modified)/i,
    meaning: "A colleague has the bill, the vendor or a payment of it open in QuickBooks.",
    handled:
      "It goes again by itself, at most once a run. Each run in which the record is still open costs one attempt of three.",
    fix: "Save and close it in QuickBooks, then run the update. If it left the queue, the link button gives three more attempts.",
    who: "bookkeeper",
  },
  {
    id: "conflict",
    title: "Changed here and in QuickBooks",
    codes: ["3200"],
    meaning:
      "The record was changed in QuickBooks after Countersign last read it, and a change from here waits as well.",
    handled:
      "It is fetched. When what changed there does not touch what we change, such as a payment or a memo, the change goes in the same run without an attempt. Otherwise nothing is overwritten.",
    fix: "Open the bill, compare the two versions side by side, and choose which one stands.",
    who: "accounting",
  },
  {
    id: "vendor-overruled",
    title: "A vendor changed here and in QuickBooks",
    codes: [],
    meaning:
      "The same field of a vendor, such as its phone, was changed in QuickBooks while a change from here waited.",
    handled:
      "QuickBooks' version stands, the other fields of the change go on, and the vendor's page says what was dropped.",
    fix: "Look at the vendor's page. Edit the vendor again if it shall be otherwise.",
    who: "accounting",
  },
  {
    id: "changed-in-quickbooks",
    title: "Changed in QuickBooks after it was linked",
    codes: [],
    meaning: "Somebody edited the bill in QuickBooks.",
    handled:
      "The bill shows “as approved” beside “in QuickBooks now” and marks what differs. The approval record is never rewritten.",
    fix: "Leave it, or un-approve the bill, correct it and have it approved again.",
    who: "accounting",
  },
  {
    id: "partly-paid",
    title: "Partly paid in QuickBooks",
    codes: [],
    meaning: "A payment or a credit in QuickBooks settles a part of the bill.",
    handled: "The bill stays in Accounts Payable and shows what is open, with each payment.",
    fix: "Pay the rest, here or in QuickBooks.",
    who: "itself",
  },
  {
    id: "paid",
    title: "Paid in QuickBooks",
    codes: [],
    meaning: "Nothing is open on the bill any more.",
    handled:
      "The bill moves to the Archive with the payments that settled it. When a payment is taken back in QuickBooks, it returns.",
    fix: "Nothing to do.",
    who: "itself",
  },
  {
    id: "voided",
    title: "Voided in QuickBooks",
    codes: ["3185"],
    meaning: "The bill was voided in QuickBooks: it is still there, with an amount of zero.",
    handled: "The bill moves to the Archive and says so. Nothing is written into it any more.",
    fix: "If it is owed after all, add it to QuickBooks again from the bill's page.",
    who: "accounting",
  },
  {
    id: "deleted",
    title: "Deleted in QuickBooks",
    codes: ["3120", "500"],
    meaning: "The record is not in the company file any more, or belongs to another vendor.",
    handled: "The bill says so and keeps its approval record. Nothing is added again without a person.",
    fix: "If it is owed after all, add it to QuickBooks again from the bill's page.",
    who: "accounting",
  },
  {
    id: "merged-vendor",
    title: "A vendor was merged into another",
    codes: [],
    meaning: "Two vendors, customers or accounts were merged in QuickBooks, and one of the names is gone.",
    handled:
      "Bills that are not approved yet can be led to the surviving entry with one click; what is linked follows QuickBooks.",
    fix: "On a bill that still names the old entry, choose the one that survived.",
    who: "clerk",
  },
];
