/** What has become of a bill when the demo opens. */
export type Fate =
  | "draft"
  | "submitted"
  | "half approved"
  | "waiting"
  | "linked"
  | "partly paid"
  | "changed in QuickBooks"
  | "removed"
  | "paid"
  | "rejected"
  | "voided"
  | "deleted"
  | "un-approved";

/** An expense line: an account and an amount. An item line: an item, a quantity and a cost. */
export type SeedLine =
  | { account: string; amount: string; about: string; job?: string; class?: string; billable?: boolean }
  | {
      item: string;
      quantity: string;
      cost: string;
      about: string;
      job?: string;
      class?: string;
      billable?: boolean;
    };

export interface SeedBill {
  fate: Fate;
  vendor: string;
  number: string;
  daysAgo: number;
  terms: string;
  memo?: string;
  lines: SeedLine[];
}

const REMODELING = "Residential:Remodeling";
const FIT_OUT = "Commercial:Tenant Improvement";

/** Twenty-five bills in every state. */
export const BILLS: SeedBill[] = [
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
  {
    fate: "waiting",
    vendor: "Birch & Sons Drywall",
    number: "2231",
    daysAgo: 9,
    terms: "Net 15",
    lines: [
      {
        item: "Drywall Sub",
        quantity: "42",
        cost: "38.25",
        about: "Hang, tape, texture",
        job: "Commercial Avenue Partners:Tenant Improvement 204",
        class: FIT_OUT,
        billable: true,
      },
    ],
  },
  {
    fate: "waiting",
    vendor: "Longshore Equipment Rental",
    number: "LR-88120",
    daysAgo: 8,
    terms: "Net 15",
    lines: [
      {
        account: "Equipment Rental",
        amount: "745.00",
        about: "Scissor lift, one week",
        job: "Commercial Avenue Partners:Facade",
        class: "Commercial",
      },
    ],
  },
  {
    fate: "rejected",
    vendor: "Salish Software",
    number: "SUB-4471",
    daysAgo: 12,
    terms: "Due on receipt",
    lines: [
      { account: "Software Subscriptions", amount: "1188.00", about: "Renewal, 12 seats", class: "Overhead" },
    ],
  },
  {
    fate: "submitted",
    vendor: "Abbott Electrical Contractors",
    number: "AE-5120",
    daysAgo: 6,
    terms: "Net 30",
    memo: "Service upgrade",
    lines: [
      {
        item: "Electrical Sub",
        quantity: "34",
        cost: "95",
        about: "Panel and feeders",
        job: "Island Veterinary Clinic:Surgery Wing",
        class: "Commercial",
        billable: true,
      },
      {
        item: "Permit Fee",
        quantity: "1",
        cost: "250",
        about: "Electrical permit",
        job: "Island Veterinary Clinic:Surgery Wing",
        class: "Commercial",
        billable: true,
      },
    ],
  },
  {
    fate: "submitted",
    vendor: "Bayside Concrete",
    number: "10442",
    daysAgo: 5,
    terms: "Net 30",
    lines: [
      {
        account: "Job Materials:Concrete",
        amount: "1875.50",
        about: "Footings, garage",
        job: "Dawson, Robert:Garage",
        class: "Residential:New Homes",
        billable: true,
      },
    ],
  },
  {
    fate: "submitted",
    vendor: "Island Hardware",
    number: "IH-20988",
    daysAgo: 4,
    terms: "Net 15",
    lines: [
      { account: "Tools and Small Equipment", amount: "187.64", about: "Blades, tape, caulk", class: "Shop" },
      {
        item: "Deck Screws",
        quantity: "6",
        cost: "32.15",
        about: "5 lb boxes",
        job: "Alvarez, Marta:Deck",
        class: REMODELING,
      },
    ],
  },
  {
    fate: "half approved",
    vendor: "Chuckanut Cabinetry",
    number: "CC-0917",
    daysAgo: 7,
    terms: "Net 30",
    memo: "Deposit, kitchen",
    lines: [
      {
        item: "Cabinets",
        quantity: "1",
        cost: "6450",
        about: "Shaker set, alder",
        job: "Alvarez, Marta:Kitchen Remodel",
        class: REMODELING,
        billable: true,
      },
    ],
  },
  {
    fate: "half approved",
    vendor: "Fairhaven Glass & Window",
    number: "FG-3318",
    daysAgo: 6,
    terms: "Net 30",
    lines: [
      {
        item: "Windows",
        quantity: "9",
        cost: "412",
        about: "Library, east wall",
        job: "Fidalgo School District:Library Windows",
        class: "Commercial:Public Works",
        billable: true,
      },
    ],
  },
  {
    fate: "submitted",
    vendor: "Gable Truss Company",
    number: "GT-7716",
    daysAgo: 3,
    terms: "2% 10 Net 30",
    memo: "Second story trusses, second delivery",
    lines: [
      {
        item: "Roof Trusses",
        quantity: "62",
        cost: "187",
        about: "Engineered truss",
        job: "Chen Residence:Second Story Addition",
        class: REMODELING,
        billable: true,
      },
    ],
  },
  {
    fate: "un-approved",
    vendor: "Northsound Telephone",
    number: "NT-11-2026",
    daysAgo: 10,
    terms: "Net 15",
    lines: [
      {
        account: "Telephone and Internet",
        amount: "266.40",
        about: "Office lines, November",
        class: "Overhead",
      },
    ],
  },
  {
    fate: "draft",
    vendor: "Pelican Waste & Recycling",
    number: "PW-61177",
    daysAgo: 2,
    terms: "Net 15",
    lines: [
      {
        item: "Dump Fee",
        quantity: "3.25",
        cost: "118",
        about: "Debris, kitchen remodel",
        job: "Alvarez, Marta:Kitchen Remodel",
        class: REMODELING,
        billable: true,
      },
    ],
  },
  {
    fate: "draft",
    vendor: "Mariner Paint & Supply",
    number: "MP-4402",
    daysAgo: 1,
    terms: "Net 30",
    lines: [
      {
        account: "Job Materials",
        amount: "529.95",
        about: "Primer and finish, taproom",
        job: "Guemes Channel Brewing:Taproom Build-Out",
        class: FIT_OUT,
      },
    ],
  },
  {
    fate: "draft",
    vendor: "Westbrook Truck Repair",
    number: "WT-9920",
    daysAgo: 0,
    terms: "Net 15",
    lines: [{ account: "Vehicle Repairs", amount: "1140.00", about: "Brakes, truck 4", class: "Overhead" }],
  },
];
