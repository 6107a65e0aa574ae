import type { Books } from "../company/context";
import { addEntry } from "../company/lists";
import { findByFullName } from "../company/references";
import { type CompanyState, emptyCompany, type ListEntry, type ListKind } from "../company/state";
import { defaultSwitches } from "../company/switches";
import type { Fields } from "../qbxml/write-xml";
import { ACCOUNTS, SPECIAL_ACCOUNTS } from "./chart-of-accounts";
import { ITEMS } from "./items";
import { CLASSES, CUSTOMERS, VENDORS } from "./people";

const FOUNDED = Date.UTC(2024, 0, 8, 17, 0, 0);

/** Books whose clock goes on by a minute at each look: the same company every time. */
function seedBooks(state: CompanyState): Books {
  let minutes = 0;
  return {
    state,
    switches: defaultSwitches(),
    refusals: [],
    now: () => {
      minutes += 1;
      return new Date(FOUNDED + minutes * 60_000);
    },
  };
}

function refTo(state: CompanyState, list: ListKind, name: string): Fields {
  const entry = findByFullName(state, list, name);
  if (!entry) throw new Error(`The seed names an unknown ${list} ${name}`);
  return { ListID: entry.listId };
}

function addNested(books: Books, list: ListKind, type: string, path: string, fields: Fields): ListEntry {
  const cut = path.lastIndexOf(":");
  const parent = cut < 0 ? undefined : findByFullName(books.state, list, path.slice(0, cut));
  return addEntry(books, { list, type, name: path.slice(cut + 1), parentId: parent?.listId, fields });
}

function addAccounts(books: Books): void {
  for (const [name, accountType, number] of ACCOUNTS) {
    addNested(books, "Account", "Account", name, {
      AccountType: accountType,
      SpecialAccountType: SPECIAL_ACCOUNTS[name],
      AccountNumber: number,
      Balance: accountType === "Bank" ? "48250.00" : "0.00",
    });
  }
}

function addTerms(books: Books): void {
  const standard = (name: string, due: string, days?: string, percent?: string) =>
    addEntry(books, {
      list: "Terms",
      type: "StandardTerms",
      name,
      fields: { StdDueDays: due, StdDiscountDays: days, DiscountPct: percent },
    });
  const dated = (name: string, day: string) =>
    addEntry(books, {
      list: "Terms",
      type: "DateDrivenTerms",
      name,
      fields: { DayOfMonthDue: day, DueNextMonthDays: "5" },
    });
  standard("Due on receipt", "0");
  standard("Net 15", "15");
  standard("Net 30", "30");
  standard("Net 60", "60");
  standard("2% 10 Net 30", "30", "10", "2.00");
  dated("1st of month", "1");
  dated("10th of month", "10");
}

function addPeople(books: Books): void {
  VENDORS.forEach(([name, city, terms], index) => {
    const fields: Fields = {
      CompanyName: name,
      VendorAddress: {
        Addr1: name,
        Addr2: `${101 + index * 7} ${index % 2 === 0 ? "Commercial Avenue" : "Harbor Street"}`,
        City: city,
        State: "WA",
        PostalCode: String(98201 + index),
      },
      Phone: `(360) 555-${String(100 + index).padStart(4, "0")}`,
      Email: `billing@${name.toLowerCase().replace(/[^a-z]+/g, "")}.example`,
      NameOnCheck: name,
      TermsRef: refTo(books.state, "Terms", terms),
      IsVendorEligibleFor1099: String(index % 3 === 0),
    };
    addEntry(books, { list: "Vendor", type: "Vendor", name, fields });
  });
  for (const [name, jobs] of CUSTOMERS) {
    const customer = addEntry(books, {
      list: "Customer",
      type: "Customer",
      name,
      fields: { CompanyName: name },
    });
    for (const job of jobs) {
      const fields = { JobStatus: "InProgress" };
      addEntry(books, { list: "Customer", type: "Customer", name: job, parentId: customer.listId, fields });
    }
  }
  for (const [name, parent] of CLASSES) {
    addNested(books, "Class", "Class", parent === undefined ? name : `${parent}:${name}`, {});
  }
  for (const name of ["Pat Sorensen", "Lee Whitaker"]) {
    addEntry(books, { list: "Employee", type: "Employee", name });
  }
}

function addItems(books: Books): void {
  const account = (name: string) => refTo(books.state, "Account", name);
  for (const [kind, name, desc, cost] of ITEMS) {
    const both = {
      SalesDesc: desc,
      SalesPrice: "0.00",
      IncomeAccountRef: account("Construction Income"),
      PurchaseDesc: desc,
      PurchaseCost: cost,
    };
    const materials = kind === "Service" ? "Subcontractors" : "Job Materials";
    const fields: Fields =
      kind === "Inventory"
        ? {
            ...both,
            COGSAccountRef: account("Job Materials"),
            AssetAccountRef: account("Inventory Asset"),
            QuantityOnHand: "120",
            AverageCost: cost,
          }
        : { SalesAndPurchase: { ...both, ExpenseAccountRef: account(materials) } };
    addEntry(books, { list: "Item", type: `Item${kind}`, name, fields });
  }
}

/** Harbor & Pine Builders: a construction company with full lists and no transactions. Always the same. */
export function demoCompany(): CompanyState {
  const state = emptyCompany("Harbor & Pine Builders");
  state.address = {
    Addr1: "Harbor & Pine Builders",
    Addr2: "1400 Commercial Avenue",
    City: "Anacortes",
    State: "WA",
    PostalCode: "98221",
  };
  const books = seedBooks(state);
  addAccounts(books);
  addTerms(books);
  addPeople(books);
  addItems(books);
  return state;
}

/** The demo company with `count` vendors, for measuring. */
export function bigVendors(count: number): CompanyState {
  const state = demoCompany();
  const now = new Date(FOUNDED + 86_400_000);
  const time = "2024-01-09T09:00:00-08:00";
  // Straight into the list: checking each name against all others would take minutes.
  for (let number = Object.keys(state.lists.Vendor).length + 1; number <= count; number += 1) {
    state.counters.list += 1;
    const listId = `${(0x80000000 + state.counters.list).toString(16).toUpperCase()}-${now.getTime() / 1000}`;
    const name = `Supplier ${String(number).padStart(6, "0")}`;
    state.lists.Vendor[listId] = {
      list: "Vendor",
      type: "Vendor",
      listId,
      name,
      isActive: true,
      timeCreated: time,
      timeModified: time,
      editSequence: now.getTime() / 1000,
      fields: {
        CompanyName: `${name} Incorporated`,
        VendorAddress: {
          Addr1: name,
          Addr2: `${number} Mill Road`,
          City: "Everett",
          State: "WA",
          PostalCode: "98201",
        },
        Phone: "(425) 555-0100",
      },
    };
  }
  return state;
}
