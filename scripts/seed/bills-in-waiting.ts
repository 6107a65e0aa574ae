import type { SeedBill } from "./seed-bill";

const REMODELING = "Residential:Remodeling";
const FIT_OUT = "Commercial:Tenant Improvement";

/** Bills that wait: for QuickBooks, for an approver, for the clerk. */
export const BILLS_IN_WAITING: SeedBill[] = [
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
