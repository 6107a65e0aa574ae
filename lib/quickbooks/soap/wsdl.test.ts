import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { XMLParser } from "fast-xml-parser";
import { expect, test } from "vitest";
import { OPERATIONS } from "@/lib/quickbooks/soap/operations";
import { wsdlDocument } from "@/lib/quickbooks/soap/wsdl";

/** Intuit's own description, where a copy of it lies beside the project; it may not be redistributed. */
const REFERENCE = fileURLToPath(
  new URL("../../../../shared/reference/qbwc/QBWebConnectorSvc.wsdl", import.meta.url),
);
const ADDRESS = "https://bills.example.com/api/qbwc?a=1&b=2";

type Node = Record<string, unknown>;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  removeNSPrefix: true,
  parseAttributeValue: false,
});
const list = (value: unknown): Node[] =>
  value === undefined || value === "" ? [] : ([value].flat() as Node[]);
const child = (node: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Node | undefined)?.[name], node);
const local = (name: unknown) => String(name).replace(/^\w+:/, "");

/** What a client generator takes from a WSDL, without prefixes and order of declarations. */
function contract(xml: string) {
  const definitions = child(parser.parse(xml, true), "definitions");
  const schema = child(definitions, "types", "schema");
  const fields = (node: unknown) =>
    list(child(node, "sequence", "element")).map(
      (field) =>
        `${field.name} ${local(field.type)} ${field.minOccurs}..${field.maxOccurs} ${field.nillable ?? ""}`,
    );
  const binding = child(definitions, "binding");
  const byName = <T>(nodes: unknown, read: (node: Node) => T) =>
    Object.fromEntries(list(nodes).map((node) => [String(node.name), read(node)]));
  return {
    namespace: child(definitions, "targetNamespace"),
    schema: [child(schema, "targetNamespace"), child(schema, "elementFormDefault")],
    elements: byName(child(schema, "element"), (node) => fields(node.complexType)),
    types: byName(child(schema, "complexType"), fields),
    messages: byName(child(definitions, "message"), (node) => [
      child(node.part, "name"),
      local(child(node.part, "element")),
    ]),
    port: [
      child(definitions, "portType", "name"),
      byName(child(definitions, "portType", "operation"), (node) => [
        local(child(node.input, "message")),
        local(child(node.output, "message")),
      ]),
    ],
    binding: [
      child(binding, "name"),
      local(child(binding, "type")),
      child(binding, "binding", "transport"),
      child(binding, "binding", "style"),
      byName(child(binding, "operation"), (node) => [
        child(node, "operation", "soapAction"),
        child(node, "operation", "style"),
        child(node, "input", "body", "use"),
        child(node, "output", "body", "use"),
      ]),
    ],
    service: [
      child(definitions, "service", "name"),
      child(definitions, "service", "port", "name"),
      local(child(definitions, "service", "port", "binding")),
    ],
  };
}

test("the WSDL is well-formed and names all eight operations and the address", () => {
  const ours = contract(wsdlDocument(ADDRESS));
  expect(Object.keys(ours.messages)).toHaveLength(16);
  expect(Object.keys(ours.elements)).toEqual(OPERATIONS.flatMap(({ name }) => [name, `${name}Response`]));
  expect(ours.elements.receiveResponseXML).toEqual([
    "ticket string 0..1 ",
    "response string 0..1 ",
    "hresult string 0..1 ",
    "message string 0..1 ",
  ]);
  expect(ours.elements.receiveResponseXMLResponse).toEqual(["receiveResponseXMLResult int 1..1 "]);
  expect(wsdlDocument(ADDRESS)).toContain('location="https://bills.example.com/api/qbwc?a=1&amp;b=2"');
});

test("the WSDL says the same as Intuit's, where that is at hand", (context) => {
  if (!existsSync(REFERENCE)) {
    context.annotate("Intuit's WSDL is not beside the project; only our own was looked at.");
    return;
  }
  expect(contract(wsdlDocument(ADDRESS))).toEqual(contract(readFileSync(REFERENCE, "utf-8")));
});
