import type { SeedBill } from "./seed-bill";

const REMODELING = "Residential:Remodeling";

/** Bills that QuickBooks has had to do with. */
export const BILLS_IN_BOOKS: SeedBill[] = [
  {
    fate: "paid",
    vendor: "Rosario Power & Light",
    number: "8841-0917",
    daysAgo: 62,
    terms: "10th of month",
    lines: [
      { account: "Utilities:Electric", amount: "412.77", about: "Shop and yard, September", class: "Shop" },
    ],
  },
  {
    fate: "paid",
    vendor: "Skagit Ready Mix",
    number: "44120",
    daysAgo: 58,
    terms: "Net 30",
    memo: "Gymnasium slab",
    lines: [
      {
        item: "Concrete 4000 psi",
        quantity: "18.5",
        cost: "156.75",
        about: "4000 psi, delivered",
        job: "Fidalgo School District:Gymnasium Floor",
        class: "Commercial:Public Works",
        billable: true,
      },
      {
        item: "Delivery",
        quantity: "2",
        cost: "85",
        about: "Two trucks",
        job: "Fidalgo School District:Gymnasium Floor",
        class: "Commercial:Public Works",
      },
    ],
  },
  {
    fate: "paid",
    vendor: "Keystone Bookkeeping",
    number: "2026-118",
    daysAgo: 51,
    terms: "Net 15",
    lines: [
      {
        account: "Professional Fees",
        amount: "1250.00",
        about: "Monthly close, September",
        class: "Overhead",
      },
    ],
  },
  {
    fate: "voided",
    vendor: "Guemes Island Ferry",
    number: "FR-2207",
    daysAgo: 47,
    terms: "Due on receipt",
    lines: [
      { account: "Vehicle Fuel", amount: "96.00", about: "Ferry tickets, entered twice", class: "Overhead" },
    ],
  },
  {
    fate: "deleted",
    vendor: "Maple Street Printing",
    number: "90114",
    daysAgo: 45,
    terms: "Net 15",
    lines: [{ account: "Office Supplies", amount: "318.20", about: "Plan sets", class: "Overhead" }],
  },
  {
    fate: "linked",
    vendor: "Alder Creek Lumber",
    number: "AC-70331",
    daysAgo: 38,
    terms: "2% 10 Net 30",
    memo: "Deck framing package",
    lines: [
      {
        item: "2x10x16",
        quantity: "48",
        cost: "27.45",
        about: "Joists",
        job: "Alvarez, Marta:Deck",
        class: REMODELING,
        billable: true,
      },
      {
        item: "Joist Hanger",
        quantity: "96",
        cost: "2.24",
        about: "2x10 hangers",
        job: "Alvarez, Marta:Deck",
        class: REMODELING,
        billable: true,
      },
    ],
  },
  {
    fate: "linked",
    vendor: "Harborview Office Park",
    number: "RENT-11",
    daysAgo: 22,
    terms: "1st of month",
    lines: [{ account: "Rent", amount: "3850.00", about: "Office, November", class: "Overhead" }],
  },
  {
    fate: "linked",
    vendor: "Copperline Plumbing",
    number: "CP-1187",
    daysAgo: 20,
    terms: "Net 30",
    lines: [
      {
        item: "Plumbing Sub",
        quantity: "26.5",
        cost: "98",
        about: "Rough-in, kitchen and bath",
        job: "Alvarez, Marta:Kitchen Remodel",
        class: REMODELING,
        billable: true,
      },
    ],
  },
  {
    fate: "linked",
    vendor: "Fidalgo Fuel",
    number: "INV 55310",
    daysAgo: 18,
    terms: "10th of month",
    lines: [{ account: "Vehicle Fuel", amount: "684.31", about: "Fleet fuel, October", class: "Overhead" }],
  },
  {
    fate: "partly paid",
    vendor: "Ironwood Steel Fabricators",
    number: "7742",
    daysAgo: 33,
    terms: "Net 30",
    memo: "Dock house frame, half on delivery",
    lines: [
      {
        account: "Job Materials",
        amount: "6480.00",
        about: "Galvanized frame",
        job: "Bayview Yacht Club:Dock House",
        class: "Commercial",
        billable: true,
      },
    ],
  },
  {
    fate: "changed in QuickBooks",
    vendor: "Pacific Fastener",
    number: "PF-20931",
    daysAgo: 26,
    terms: "2% 10 Net 30",
    lines: [
      { account: "Tools and Small Equipment", amount: "254.18", about: "Anchors and bits", class: "Shop" },
    ],
  },
  {
    fate: "removed",
    vendor: "Beacon Roofing Supply",
    number: "BR-3390",
    daysAgo: 15,
    terms: "Net 30",
    lines: [
      {
        account: "Job Materials",
        amount: "1932.40",
        about: "Metal roofing, clubhouse",
        job: "Bayview Yacht Club:Clubhouse Roof",
        class: "Commercial",
        billable: true,
      },
    ],
  },
];
