import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { Bookkeeper } from "./bookkeeper";
import { QuickBooksError } from "./refusal";
import { refusedSession } from "./refused-session";
import { Session } from "./session";
import { type CompanyState, emptyCompany } from "./state";
import { defaultSwitches, type RefuseNext, type Switches } from "./switches";

/** Where the file is kept and which clock it goes by. */
export interface CompanyFileOptions {
  /** A JSON file that is replaced after each change; without it the company lives in memory. */
  savedAt?: string;
  now?: () => Date;
  switches?: Partial<Switches>;
}

/**
 * A simulated QuickBooks with one company file open in it. Programs come in through `beginSession`; people
 * through the methods of Bookkeeper.
 */
export class CompanyFile extends Bookkeeper {
  readonly switches: Switches;
  readonly refusals: RefuseNext[] = [];
  private readonly savedAt: string | undefined;
  private readonly clock: () => Date;
  private movedBy = 0;

  constructor(
    public state: CompanyState,
    options: CompanyFileOptions = {},
  ) {
    super();
    this.switches = { ...defaultSwitches(), ...options.switches };
    this.savedAt = options.savedAt;
    this.clock = options.now ?? (() => new Date());
  }

  /** Opens the JSON file, or makes it from `fresh` when it is not there. */
  static open(savedAt: string, fresh: () => CompanyState, options: CompanyFileOptions = {}): CompanyFile {
    const exists = existsSync(savedAt);
    // Written by save() alone, which replaces the file as a whole: what is there is a CompanyState.
    const state: CompanyState = exists ? JSON.parse(readFileSync(savedAt, "utf8")) : fresh();
    // A file of an earlier day may lack a list that has come since.
    state.lists = { ...emptyCompany(state.name).lists, ...state.lists };
    const company = new CompanyFile(state, { ...options, savedAt });
    if (!exists) company.save();
    return company;
  }

  now(): Date {
    return new Date(this.clock().getTime() + this.movedBy);
  }

  /** Moves the clock of the PC: 91 days on, say, or an hour back. */
  moveClock(by: { days?: number; hours?: number }): void {
    this.movedBy += ((by.days ?? 0) * 24 + (by.hours ?? 0)) * 3_600_000;
  }

  /** QuickBooks is upgraded to next year's release, and the file with it. */
  upgrade(): void {
    const { switches } = this;
    switches.productName = switches.productName.replace(/\d+(?=\.0$)/, (year) => String(Number(year) + 1));
    switches.majorVersion = String(Number(switches.majorVersion) + 1);
    switches.newestQbxml = "17.0";
  }

  save(): void {
    if (this.savedAt === undefined) return;
    const part = `${this.savedAt}.part`;
    const file = openSync(part, "w");
    try {
      writeSync(file, JSON.stringify(this.state));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, this.savedAt);
  }

  /** A backup of the whole file, as QuickBooks' own backup is. */
  snapshot(): CompanyState {
    return structuredClone(this.state);
  }

  /** Puts a backup in the file's place: records, links and stored message sets made since are gone. */
  restoreBackup(snapshot: CompanyState): void {
    this.state = structuredClone(snapshot);
    this.save();
  }

  /** The next `count` requests of that name are refused; see RefuseNext. */
  refuseNext(refusal: Omit<RefuseNext, "count"> & { count?: number }): void {
    this.refusals.push({ count: 1, ...refusal });
  }

  /**
   * Stamps the file for an application, as the Web Connector does when a .qwc file is added.
   * @throws QuickBooksError when the very same pair is stamped already (QBWC1026 to the user).
   */
  stampApplication(ownerId: string, fileId: string, appName: string): void {
    const key = ownerId.toUpperCase();
    if (this.state.applications[key]?.fileId === fileId) {
      throw new QuickBooksError("0x80040402", "The data extension FileID is in the company file already.");
    }
    this.state.applications[key] = { fileId, appName };
    this.save();
  }

  /** Whether the file carries that stamp. */
  isStamped(ownerId: string, fileId: string): boolean {
    return this.state.applications[ownerId.toUpperCase()]?.fileId === fileId;
  }

  /**
   * Opens a session for an application.
   * @param path the company file it wants; "" is the one that is open.
   * @throws QuickBooksError with the HRESULT the Web Connector would pass to connectionError.
   */
  beginSession(path: string, ownerId: string): Session {
    const { quickBooksOpen, unattendedAccess, modalDialog } = this.switches;
    const same = path.toLowerCase() === this.state.path.toLowerCase();
    if (this.switches.sessionRefused !== null) throw refusedSession(this.switches.sessionRefused);
    if (modalDialog) {
      throw new QuickBooksError(
        "0x80040414",
        "A modal dialog box is showing in the QuickBooks user interface.",
      );
    }
    if (!quickBooksOpen && path === "") {
      throw new QuickBooksError(
        "0x80040416",
        "If QuickBooks is not running, a call to BeginSession must include the name of the data file.",
      );
    }
    if (path !== "" && !same) {
      throw quickBooksOpen
        ? new QuickBooksError("0x8004040A", "A different company file is already open.")
        : new QuickBooksError("0x80040403", "The company file could not be opened.");
    }
    if (!quickBooksOpen && !unattendedAccess) {
      throw new QuickBooksError("0x8004041D", "This application is not allowed to log in automatically.");
    }
    return new Session(this, ownerId, () => this.save());
  }
}
