import { child, readXml, type XmlNode } from "../qbxml/read-xml";
import { demoCompany } from "../seed/demo-company";
import { CompanyFile, type CompanyFileOptions } from "./company-file";
import type { Session } from "./session";

/** One answered request, taken apart for a test. */
export interface Asked {
  code: number;
  severity: string;
  message: string;
  attributes: Record<string, string>;
  /** The Ret elements. */
  rets: XmlNode[];
  node: XmlNode;
}

/** A moment in summer, so that the standard-time offset shows. */
export const START = Date.UTC(2026, 6, 15, 18, 30, 0);

/** The demo company with a clock that goes on by a second at each look, and an open session. */
export class DemoSession {
  readonly company: CompanyFile;
  session: Session;
  private seconds = 0;

  constructor(options: CompanyFileOptions = {}) {
    this.company = new CompanyFile(demoCompany(), { now: () => this.tick(), ...options });
    this.session = this.company.beginSession("", "{A}");
  }

  private tick(): Date {
    this.seconds += 1;
    return new Date(START + this.seconds * 1000);
  }

  /** Ends the session and begins another. */
  reopen(): void {
    this.session.end();
    this.session = this.company.beginSession("", "{A}");
  }

  /** Sends requests in one message set; `attributes` of QBXMLMsgsRq. */
  send(requests: string, attributes = 'onError="continueOnError"', version = "13.0"): XmlNode {
    const xml =
      `<?xml version="1.0" encoding="utf-8"?><?qbxml version="${version}"?>` +
      `<QBXML><QBXMLMsgsRq ${attributes}>${requests}</QBXMLMsgsRq></QBXML>`;
    const set = child(readXml(this.session.process(xml)), "QBXMLMsgsRs");
    if (!set) throw new Error("No QBXMLMsgsRs in the answer");
    return set;
  }

  /** Sends requests and takes all answers apart. */
  askAll(requests: string, attributes?: string): Asked[] {
    return this.send(requests, attributes).children.map((node) => ({
      code: Number(node.attributes.statusCode),
      severity: node.attributes.statusSeverity ?? "",
      message: node.attributes.statusMessage ?? "",
      attributes: node.attributes,
      rets: node.children,
      node,
    }));
  }

  /** Sends one request. */
  ask(request: string): Asked {
    const [answer] = this.askAll(request);
    if (!answer) throw new Error("No answer");
    return answer;
  }
}

/** A BillAdd; what is not given is a bill of Bayside Concrete over 100.00 of rent. */
export function billAdd(parts: { header?: string; after?: string; lines?: string } = {}): string {
  const header = parts.header ?? "<VendorRef><FullName>Bayside Concrete</FullName></VendorRef>";
  return `<BillAddRq requestID="b"><BillAdd>${header}${parts.after ?? "<TxnDate>2026-07-01</TxnDate>"}${
    parts.lines ?? expense("Rent", "100.00")
  }</BillAdd></BillAddRq>`;
}

/** An expense line of a BillAdd. */
export function expense(account: string, amount: string, more = ""): string {
  return `<ExpenseLineAdd><AccountRef><FullName>${account}</FullName></AccountRef><Amount>${amount}</Amount>${more}</ExpenseLineAdd>`;
}
