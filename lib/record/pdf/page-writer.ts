import { join } from "node:path";
import PDFDocument from "pdfkit";

/** Read at run time, so next.config.ts names them for a packaged server. */
const inter = (style: string) =>
  join(process.cwd(), "node_modules", "@expo-google-fonts", "inter", style, `Inter_${style}.ttf`);
/** Hashes are in one of the fonts that every reader of PDFs has. */
const FONTS = { regular: inter("400Regular"), bold: inter("600SemiBold"), fixed: "Courier" };

const MARGIN = 54;
const FOOT = 34;
const GUTTER = 6;
const INK = "#18181b";
const MUTED = "#52525b";
const LINE = "#d4d4d8";

interface Style {
  font: keyof typeof FONTS;
  size: number;
  color: string;
}

const HASH: Style = { font: "fixed", size: 7, color: MUTED };
const HASH_GAP = 1.5;
const SMALL: Style = { font: "regular", size: 7.5, color: MUTED };

export interface Cell {
  text: string;
  align?: "left" | "right";
  bold?: boolean;
  muted?: boolean;
  /** A hash, in small letters of one width, below the text. */
  below?: string;
}
export interface Column {
  /** A share of the width; all shares together are the whole. */
  share: number;
  align?: "left" | "right";
}

/** The heads of a table's columns. */
export const headCells = (...texts: string[]): Cell[] => texts.map((text) => ({ text, muted: true }));

/** Sheets of letter paper with numbered feet, written from top to bottom. */
export class PageWriter {
  private readonly document: PDFKit.PDFDocument;
  private readonly width: number;
  private readonly foot: string;
  private style: Style = SMALL;
  private sheets = 0;

  constructor(title: string, subject: string) {
    this.foot = `${subject} · ${title}`;
    this.document = new PDFDocument({
      size: "LETTER",
      margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      autoFirstPage: false,
      bufferPages: false,
      info: { Title: title, Subject: subject, Creator: "Countersign" },
    });
    for (const [name, source] of Object.entries(FONTS)) this.document.registerFont(name, source);
    this.document.on("pageAdded", () => this.number());
    this.document.addPage();
    this.width = this.document.page.width - 2 * MARGIN;
  }

  /** What was written since it was last asked for. The sheet that is being written comes with a later one. */
  *written(): Generator<Buffer> {
    for (let chunk = this.document.read(); chunk !== null; chunk = this.document.read()) {
      yield Buffer.from(chunk as Uint8Array);
    }
  }

  /** Closes the document; `written` then gives the rest. */
  end(): void {
    this.document.end();
  }

  /** A new sheet; the first exists from the start. */
  sheet(): void {
    this.document.addPage();
  }

  title(text: string): void {
    this.use({ font: "bold", size: 16, color: INK }).text(text, MARGIN, this.document.y, {
      width: this.width,
    });
    this.document.moveDown(0.2);
  }

  heading(text: string): void {
    this.room(64);
    this.document.moveDown(0.9);
    this.use({ font: "bold", size: 10.5, color: INK }).text(text, MARGIN, this.document.y, {
      width: this.width,
    });
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
    if (!text) return;
    this.use({ font: "regular", size: 9, color: muted ? MUTED : INK }).text(text, MARGIN, this.document.y, {
      width: this.width,
    });
    this.document.y += 2;
  }

  /**
   * One row of a table; a row is not torn between two sheets unless it is longer than one.
   * @param keepWithNext how much room the rows below need on the same sheet, in points
   */
  row(columns: Column[], cells: Cell[], { keepWithNext = 0 } = {}): void {
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    const widths = columns.map(({ share }) => (this.width * share) / shares - GUTTER);
    const height = Math.max(...cells.map((cell, index) => this.heightOf(cell, widths[index] ?? 0)));
    this.room(height + 4 + keepWithNext);
    const top = this.document.y;
    let x = MARGIN;
    cells.forEach((cell, index) => {
      const width = widths[index] ?? 0;
      const align = cell.align ?? columns[index]?.align ?? "left";
      this.use(styleOf(cell)).text(cell.text, x, top, { width, align });
      // One line always: laying it out as a text that may wrap takes most of the time of a document.
      if (cell.below) this.use(HASH).text(cell.below, x, this.document.y + HASH_GAP, { lineBreak: false });
      x += width + GUTTER;
    });
    this.document.x = MARGIN;
    this.document.y = top + height + 4;
  }

  private heightOf(cell: Cell, width: number): number {
    const text = this.use(styleOf(cell)).heightOfString(cell.text || " ", { width });
    return cell.below ? text + HASH_GAP + this.use(HASH).currentLineHeight(true) : text;
  }

  private use(style: Style): PDFKit.PDFDocument {
    this.style = style;
    return this.document.font(style.font).fontSize(style.size).fillColor(style.color);
  }

  private room(height: number): void {
    if (this.document.y + height > this.document.page.height - MARGIN) this.sheet();
  }

  /** Numbers the sheet that was just begun. A text may be in the middle of running over to it. */
  private number(): void {
    const { document, style } = this;
    const { x, y } = document;
    const { width, height } = document.page;
    this.sheets += 1;
    const number = `Page ${this.sheets}`;
    this.use(SMALL).text(this.foot, MARGIN, height - FOOT, { lineBreak: false });
    document.text(number, width - MARGIN - document.widthOfString(number), height - FOOT, {
      lineBreak: false,
    });
    this.use(style);
    document.x = x;
    document.y = y;
  }
}

function styleOf({ bold, muted }: Cell): Style {
  return { font: bold ? "bold" : "regular", size: 9, color: muted ? MUTED : INK };
}
