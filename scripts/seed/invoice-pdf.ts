import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { addDays } from "@/lib/core/dates";
import { addAmounts, extend, toAmount } from "@/lib/core/money";
import { moneyText } from "@/lib/core/money-text";
import { ORGANISATION } from "./people";
import type { SeedBill, SeedLine } from "./seed-bill";

const MARGIN = 54;
const RIGHT = 612 - MARGIN;
const [INK, MUTED, RULE] = ["#1b1c21", "#6b6d76", "#cfd0d6"];
/** Every vendor writes in its own colour. */
const COLOURS = ["#1f4e79", "#7a3b2e", "#2f5d3a", "#5b3f73", "#8a5a12"];

const amountOf = (line: SeedLine): string =>
  "account" in line ? line.amount : extend(line.quantity, line.cost);
const shortDay = (day: string): string => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;
const colourOf = (vendor: string): string =>
  COLOURS[[...vendor].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS.length] ?? INK;

type Pdf = InstanceType<typeof PDFDocument>;

function head(pdf: Pdf, bill: SeedBill, title: string, day: string): void {
  pdf.rect(0, 0, 612, 12).fill(colourOf(bill.vendor));
  pdf.font("Helvetica-Bold").fontSize(18).fillColor(INK).text(bill.vendor, MARGIN, 54, { width: 300 });
  pdf.font("Helvetica").fontSize(9).fillColor(MUTED);
  pdf.text("1200 Commercial Avenue, Anacortes WA 98221", MARGIN, pdf.y + 2);
  pdf.font("Helvetica-Bold").fontSize(22).fillColor(INK);
  pdf.text(title, 360, 52, { width: RIGHT - 360, align: "right" });
  pdf.font("Helvetica").fontSize(10);
  const facts = [
    ["Number", bill.number],
    ["Date", shortDay(day)],
    ["Terms", bill.terms],
  ];
  for (const [index, [name = "", value = ""]] of facts.entries()) {
    const y = 84 + index * 15;
    pdf.fillColor(MUTED).text(name, 400, y);
    pdf.fillColor(INK).text(value, 400, y, { width: RIGHT - 400, align: "right" });
  }
  pdf.fillColor(MUTED).text("Bill to", MARGIN, 150);
  pdf.fillColor(INK).text(`${ORGANISATION}\n415 Pine Street\nAnacortes WA 98221`, MARGIN, 164);
}

function row(pdf: Pdf, y: number, cells: readonly [string, string, string, string]): void {
  const [about, quantity, price, amount] = cells;
  pdf.text(about, MARGIN, y, { width: 270 });
  pdf.text(quantity, 330, y, { width: 60, align: "right" });
  pdf.text(price, 395, y, { width: 70, align: "right" });
  pdf.text(amount, 470, y, { width: RIGHT - 470, align: "right" });
}

const rule = (pdf: Pdf, y: number) => pdf.moveTo(MARGIN, y).lineTo(RIGHT, y).lineWidth(0.7).stroke(RULE);

function lines(pdf: Pdf, bill: SeedBill): void {
  let y = 235;
  pdf.font("Helvetica-Bold").fontSize(9).fillColor(MUTED);
  row(pdf, y, ["Description", "Quantity", "Price", "Amount"]);
  rule(pdf, y + 15);
  pdf.font("Helvetica").fontSize(10).fillColor(INK);
  for (const line of bill.lines) {
    y += 24;
    const [quantity, price] =
      "item" in line ? [line.quantity, moneyText(toAmount(line.cost))] : ["1", moneyText(line.amount)];
    row(pdf, y, [line.about, quantity, price, moneyText(amountOf(line))]);
    if (line.job)
      pdf
        .fontSize(8)
        .fillColor(MUTED)
        .text(line.job.replace(":", ", "), MARGIN, y + 12);
    pdf.fontSize(10).fillColor(INK);
    y += 8;
    rule(pdf, y + 14);
  }
  pdf.font("Helvetica-Bold").fontSize(12);
  pdf.text("Total", 395, y + 30);
  pdf.text(moneyText(addAmounts(bill.lines.map(amountOf))), 450, y + 30, {
    width: RIGHT - 450,
    align: "right",
  });
}

/** What a vendor prints on the back. */
const CONDITIONS = [
  "Payment is due by the date that follows from the terms above. Please name the invoice number with your payment.",
  "Goods stay the vendor's until they are paid. Claims for shortage or damage are to be made within five days of delivery.",
  "Work done on site is warranted for one year from completion, wear and misuse excepted.",
];

/** A vendor's invoice as it might have come by mail: the bill's own numbers, and the conditions on a second page. */
export async function invoicePdf(bill: SeedBill): Promise<Buffer> {
  const day = addDays(new Date().toISOString().slice(0, 10), -bill.daysAgo);
  const pdf = new PDFDocument({ size: "LETTER", margin: MARGIN, info: { Title: `Invoice ${bill.number}` } });
  head(pdf, bill, "INVOICE", day);
  lines(pdf, bill);
  pdf.font("Helvetica").fontSize(9).fillColor(MUTED);
  pdf.text("Thank you for your business.", MARGIN, 690, { width: RIGHT - MARGIN, align: "center" });
  pdf.addPage().rect(0, 0, 612, 12).fill(colourOf(bill.vendor));
  pdf.font("Helvetica-Bold").fontSize(14).fillColor(INK).text("Conditions", MARGIN, 54);
  pdf.font("Helvetica").fontSize(10).moveDown();
  for (const [index, text] of CONDITIONS.entries()) pdf.text(`${index + 1}.  ${text}`).moveDown();
  pdf.end();
  return buffer(pdf);
}

/** The slip that came with the goods, signed on site. */
export async function deliverySlipPdf(bill: SeedBill): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "LETTER", margin: MARGIN, info: { Title: `Delivery ${bill.number}` } });
  head(pdf, bill, "DELIVERY", addDays(new Date().toISOString().slice(0, 10), -bill.daysAgo));
  let y = 235;
  pdf.font("Helvetica").fontSize(11).fillColor(INK);
  for (const line of bill.lines) {
    pdf.rect(MARGIN, y, 11, 11).stroke(INK);
    pdf.text(`${"item" in line ? `${line.quantity} × ` : ""}${line.about}`, MARGIN + 22, y);
    y += 24;
  }
  rule(pdf, 640);
  pdf.fontSize(9).fillColor(MUTED).text("Received in good order", MARGIN, 646);
  pdf.end();
  return buffer(pdf);
}
