import { join } from "node:path";
import PDFDocument from "pdfkit";

/** Read at run time, so next.config.ts names them for a packaged server. */
const inter = (style: string) =>
  join(process.cwd(), "node_modules", "@expo-google-fonts", "inter", style, `Inter_${style}.ttf`);
const FONTS = { regular: inter("400Regular"), bold: inter("600SemiBold") };

const MARGIN = 54;
const INK = "#18181b";
const MUTED = "#71717a";
const LINE = "#d4d4d8";

export type Cell = { text: string; align?: "left" | "right"; bold?: boolean; muted?: boolean };
export interface Column {
  /** A share of the width; all shares together are the whole. */
  share: number;
  align?: "left" | "right";
}

/** Sheets of letter paper with a running head and numbered feet, written from top to bottom. */
export class PageWriter {
  readonly document: PDFKit.PDFDocument;
  private readonly width: number;

  constructor(title: string, subject: string) {
    this.document = new PDFDocument({
      size: "LETTER",
      margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      bufferPages: false,
      info: { Title: title, Subject: subject, Creator: "Countersign" },
    });
    this.document.registerFont("regular", FONTS.regular).registerFont("bold", FONTS.bold);
    this.width = this.document.page.width - 2 * MARGIN;
  }

  /** A new sheet; the first exists from the start. */
  sheet(): void {
    this.document.addPage();
  }

  private room(height: number): void {
    if (this.document.y + height > this.document.page.height - MARGIN) this.sheet();
  }

  title(text: string): void {
    this.document.font("bold").fontSize(16).fillColor(INK).text(text, MARGIN, this.document.y);
    this.document.moveDown(0.2);
  }

  heading(text: string): void {
    this.room(48);
    this.document.moveDown(0.9).font("bold").fontSize(10.5).fillColor(INK).text(text, MARGIN);
    this.rule();
  }

  rule(): void {
    const y = this.document.y + 3;
    this.document
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .lineWidth(0.5)
      .stroke(LINE);
    this.document.y = y + 5;
  }

  paragraph(text: string, { muted = false } = {}): void {
    this.document
      .font("regular")
      .fontSize(9)
      .fillColor(muted ? MUTED : INK)
      .text(text, MARGIN, this.document.y, { width: this.width });
  }

  /** One row of a table; a row is never torn between two sheets unless it is longer than one. */
  row(columns: Column[], cells: Cell[], size = 9): void {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (this.width * share) / shares - 6);
    const style = (cell: Cell) =>
      this.document
        .font(cell.bold ? "bold" : "regular")
        .fontSize(size)
        .fillColor(cell.muted ? MUTED : INK);
    const heights = cells.map((cell, index) =>
      style(cell).heightOfString(cell.text || " ", { width: widths[index] ?? 0 }),
    );
    const height = Math.max(...heights);
    this.room(height + 4);
    const top = this.document.y;
    let x = MARGIN;
    cells.forEach((cell, index) => {
      const width = widths[index] ?? 0;
      style(cell).text(cell.text, x, top, { width, align: cell.align ?? columns[index]?.align ?? "left" });
      x += width + 6;
    });
    this.document.x = MARGIN;
    this.document.y = top + height + 4;
  }
}
