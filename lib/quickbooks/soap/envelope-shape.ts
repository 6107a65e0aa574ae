import { SaxesParser, type SaxesTagNS } from "saxes";
import { SOAP_NAMESPACE, SoapFault } from "@/lib/quickbooks/soap/fault";
import { findOperation, type Operation, type Parameter } from "@/lib/quickbooks/soap/operations";

/** Everything but payloads: tags, headers, short parameters, white space. Real calls have some hundred bytes. */
const MAX_MARKUP = 1024 * 1024;
const MAX_TEXT = 64 * 1024;
const MAX_DEPTH = 32;
const NEXT_ACTOR = "http://schemas.xmlsoap.org/soap/actor/next";

const refuse = (message: string) => new SoapFault("Client", message);

/**
 * A SOAP 1.1 envelope around one operation, read tag by tag: which operation, its short parameters, and
 * which payload parameter is open just now. It never sees the text of a payload. Elements are matched by
 * local name whatever their prefix; the envelope's own must be in SOAP 1.1's namespace.
 */
export class EnvelopeShape {
  operation: Operation | undefined;
  /** The payload parameter whose start tag was read last and whose end tag was not. */
  openPayload: Parameter | undefined;
  /** Text of the `text` and `int` parameters seen so far, by name. */
  readonly texts = new Map<string, string>();

  readonly #parser = new SaxesParser({
    xmlns: true,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  readonly #seen = new Set<string>();
  #depth = 0;
  #markup = 0;
  #part: "Header" | "Body" | undefined;
  #hasBody = false;
  #parameter: Parameter | undefined;
  #isIgnored = false;
  #text = "";

  constructor() {
    this.#parser.on("error", (error) => {
      // What stands behind the colon is the request's own.
      throw refuse(`The request is not well-formed XML: ${error.message.replace(/:.*/s, "")}`);
    });
    this.#parser.on("doctype", () => {
      throw refuse("The request has a DOCTYPE, which SOAP forbids.");
    });
    this.#parser.on("processinginstruction", () => {
      throw refuse("The request has a processing instruction, which SOAP forbids.");
    });
    this.#parser.on("opentag", (tag) => this.#open(tag));
    this.#parser.on("closetag", () => this.#close());
    this.#parser.on("text", (text) => this.#addText(text));
    this.#parser.on("cdata", (text) => this.#addText(text));
  }

  /** Feeds markup, cut anywhere. @throws SoapFault */
  write(markup: string): void {
    this.#markup += markup.length;
    if (this.#markup > MAX_MARKUP) throw refuse("The request has too much besides its payload.");
    this.#parser.write(markup);
  }

  /** The document is over: it must be whole and hold a call. @throws SoapFault */
  end(): Operation {
    this.#parser.close();
    if (!this.operation) throw refuse("The request's Body holds no call.");
    return this.operation;
  }

  #open(tag: SaxesTagNS): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw refuse("The request's elements are nested too deep.");
    if (this.#depth === 1) openEnvelope(tag);
    else if (this.#depth === 2) this.#openPart(tag);
    else if (this.#part === "Header") refuseIfMandatory(tag, this.#depth);
    else if (this.#depth === 3) this.#openOperation(tag);
    else if (this.#depth === 4) this.#openParameter(tag);
    else if (!this.#isIgnored) throw refuse(`${this.#parameter?.name} may hold text only.`);
  }

  #openPart({ local, uri }: SaxesTagNS): void {
    const isPart = uri === SOAP_NAMESPACE && (local === "Body" || (local === "Header" && !this.#part));
    if (!isPart || this.#hasBody) throw refuse("The Envelope must hold one Body, after at most one Header.");
    this.#part = local;
    this.#hasBody = local === "Body";
  }

  #openOperation({ local }: SaxesTagNS): void {
    if (this.operation) throw refuse("The request's Body must hold one call.");
    this.operation = findOperation(local);
    if (!this.operation) throw refuse(`This service has no operation ${local.slice(0, 100)}.`);
  }

  #openParameter({ local }: SaxesTagNS): void {
    this.#parameter = this.operation?.parameters.find((row) => row.name === local);
    // A .NET service passes over elements it does not know; a later Web Connector may send some.
    this.#isIgnored = this.#parameter === undefined;
    if (!this.#parameter) return;
    if (this.#seen.has(local)) throw refuse(`The request gives ${local} twice.`);
    this.#seen.add(local);
    this.#text = "";
    if (this.#parameter.kind === "payload") this.openPayload = this.#parameter;
  }

  #addText(text: string): void {
    if (this.#depth === 4 && this.#part === "Body") {
      this.#text += text;
      if (this.#text.length > MAX_TEXT) {
        throw refuse(`${this.#parameter?.name ?? "A parameter"} is longer than ${MAX_TEXT} characters.`);
      }
    } else if (this.#depth <= 3 && this.#part !== "Header" && /\S/.test(text)) {
      throw refuse("The request has text between its elements.");
    }
  }

  #close(): void {
    if (this.#depth === 4 && this.#parameter) {
      if (this.#parameter.kind !== "payload") this.texts.set(this.#parameter.name, this.#text);
      this.#parameter = undefined;
      this.openPayload = undefined;
    }
    this.#depth -= 1;
  }
}

function openEnvelope({ local, uri }: SaxesTagNS): void {
  if (local !== "Envelope") throw refuse("The request is not a SOAP envelope.");
  if (uri !== SOAP_NAMESPACE) {
    // 4.4.1 of SOAP 1.1 gives this answer to SOAP 1.2 and to every other namespace.
    throw new SoapFault("VersionMismatch", "This service speaks SOAP 1.1 only.");
  }
}

function refuseIfMandatory({ local, attributes }: SaxesTagNS, depth: number): void {
  if (depth !== 3) return;
  const soap = Object.values(attributes).filter((attribute) => attribute.uri === SOAP_NAMESPACE);
  const attributeOf = (name: string) => soap.find((attribute) => attribute.local === name)?.value.trim();
  const isForUs = [undefined, "", NEXT_ACTOR].includes(attributeOf("actor"));
  if (isForUs && ["1", "true"].includes(attributeOf("mustUnderstand") ?? "")) {
    throw new SoapFault("MustUnderstand", `This service does not know the header ${local.slice(0, 100)}.`);
  }
}
