import type { AddressInfo } from "node:net";
import { createServer, connect as dial, type Socket } from "node:net";

/** Where a connection to PostgreSQL breaks. */
export interface Cut {
  /** Counts only the transaction that has sent this text; without it the next one that gets so far. */
  marker?: string;
  /** At the marker itself; at COMMIT, before it reaches PostgreSQL; after it, before the client hears of it. */
  at: "statement" | "before commit" | "after commit";
  /** Called at that moment: the server dies with its connection, say. */
  then?: () => void;
}

// The simple query "commit", as node-postgres sends it: type, length, text, end.
const COMMIT = "Q\0\0\0\x0bcommit\0";
const COMMITTED = "COMMIT\0";
const LONGEST_MARKER = 100;

/** A stretch of TCP in front of PostgreSQL that can be cut. */
export class DatabaseProxy {
  private readonly sockets = new Set<Socket>();
  private cut: Cut | undefined;

  private constructor(
    readonly url: string,
    private readonly server: ReturnType<typeof createServer>,
  ) {}

  /** Opens one on a free port of this machine, for the database at that address. */
  static async open(databaseUrl: string): Promise<DatabaseProxy> {
    const url = new URL(databaseUrl);
    const target = { host: url.hostname.replace(/^\[|\]$/g, ""), port: Number(url.port || "5432") };
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url.hostname = "127.0.0.1";
    url.port = String((server.address() as AddressInfo).port);
    const proxy = new DatabaseProxy(url.href, server);
    server.on("connection", (client) => proxy.join(client, dial(target)));
    return proxy;
  }

  /** Breaks one connection at that moment; the next order replaces this one. */
  cutOnce(cut: Cut): void {
    this.cut = cut;
  }

  /** Whether the ordered cut has been made. */
  get isCut(): boolean {
    return this.cut === undefined;
  }

  /** Takes back what was ordered and has not happened. */
  forget(): void {
    this.cut = undefined;
  }

  /** Breaks every connection now. */
  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cutAll();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private join(client: Socket, upstream: Socket): void {
    let tail = "";
    let isMarked = false;
    let isCommitting = false;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", end);
      socket.on("close", () => {
        this.sockets.delete(socket);
        end();
      });
    }
    const breakHere = () => {
      const { then } = this.cut ?? {};
      this.cut = undefined;
      end();
      then?.();
    };
    client.on("data", (chunk) => {
      const { cut } = this;
      if (cut) {
        const text = tail + chunk.toString("latin1");
        tail = text.slice(-LONGEST_MARKER);
        isMarked ||= cut.marker === undefined || text.includes(cut.marker);
        if (isMarked && cut.at === "statement") return breakHere();
        // What was seen before belongs to an earlier transaction, unless this one commits now.
        const commits = chunk.includes(COMMIT, 0, "latin1");
        if (commits && isMarked && cut.at === "before commit") return breakHere();
        if (commits) isCommitting = isMarked;
      }
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      if (isCommitting && this.cut?.at === "after commit" && chunk.includes(COMMITTED, 0, "latin1")) {
        return breakHere();
      }
      client.write(chunk);
    });
  }
}
