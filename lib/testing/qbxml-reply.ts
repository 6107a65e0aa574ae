import type { Field } from "@/lib/quickbooks/qbxml/grammar";
import { type Element, layOut } from "@/lib/quickbooks/qbxml/layout";

export interface Reply {
  /** "BillQueryRs" */
  readonly name: string;
  readonly records: readonly { readonly name: string; readonly field: Field; readonly data: unknown }[];
  readonly attributes?: Readonly<Record<string, string | number>>;
}

/** A reply as QuickBooks would write it, around the records given. One of the reply's own name is its content. */
export function replyDocument(...replies: readonly Reply[]): string {
  const responses = replies.map(({ name, records, attributes = {} }, i) => {
    const status = {
      requestID: i,
      statusCode: 0,
      statusSeverity: "Info",
      statusMessage: "Status OK",
      ...attributes,
    };
    const written = Object.entries(status).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
    const inside = records.map((each) =>
      each.name === name ? fields(each).map(asXml).join("") : recordElement(each),
    );
    return `<${name}${written.join("")}>\n${inside.join("\n")}\n</${name}>`;
  });
  return `<?xml version="1.0" ?>\n<QBXML>\n<QBXMLMsgsRs>\n${responses.join("\n")}\n</QBXMLMsgsRs>\n</QBXML>\n`;
}

/** One record as XML. */
export function recordElement(record: Reply["records"][number]): string {
  return asXml({ name: record.name, content: fields(record) });
}

function fields({ name, field, data }: Reply["records"][number]): readonly Element[] {
  if (field.type.kind !== "block") throw new TypeError("A record is a block");
  const message = {
    name,
    kind: "query",
    since: 1,
    attributes: [],
    request: field.type.content,
    records: {},
  } as const;
  const { elements, problems } = layOut(message, data, 99);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return elements;
}

function asXml({ name, content }: Element): string {
  const inside = typeof content === "string" ? escaped(content) : content.map(asXml).join("");
  return `<${name}>${inside}</${name}>`;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
