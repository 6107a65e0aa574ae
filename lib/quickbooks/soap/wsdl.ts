import {
  OPERATIONS,
  type Operation,
  type Parameter,
  type ResultKinds,
  SERVICE_NAMESPACE,
} from "@/lib/quickbooks/soap/operations";
import { escapeXml } from "@/lib/quickbooks/soap/xml-text";

const SERVICE = "QBWebConnectorSvc";
const PORT = `${SERVICE}Soap`;

const PARAMETER_TYPES: Record<Parameter["kind"], string> = {
  text: "xsd:string",
  payload: "xsd:string",
  int: "xsd:int",
};
const RESULT_TYPES: Record<keyof ResultKinds, string> = {
  string: "xsd:string",
  int: "xsd:int",
  arrayOfString: "svc:ArrayOfString",
};

/**
 * The service described for tools that ask with ?wsdl, derived from the table of operations. Names,
 * types, order and occurrence are those of Intuit's own description of a Web Connector service.
 * @param address the public URL of the endpoint
 */
export function wsdlDocument(address: string): string {
  const each = (part: (operation: Operation) => string) => OPERATIONS.map(part).join("");
  return (
    `<?xml version="1.0" encoding="utf-8"?>\n` +
    `<wsdl:definitions name="${SERVICE}" targetNamespace="${SERVICE_NAMESPACE}"` +
    ` xmlns:svc="${SERVICE_NAMESPACE}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"` +
    ` xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xsd="http://www.w3.org/2001/XMLSchema">` +
    `<wsdl:types><xsd:schema elementFormDefault="qualified" targetNamespace="${SERVICE_NAMESPACE}">` +
    `<xsd:complexType name="ArrayOfString"><xsd:sequence>` +
    `<xsd:element name="string" type="xsd:string" minOccurs="0" maxOccurs="unbounded" nillable="true"/>` +
    `</xsd:sequence></xsd:complexType>${each(elements)}</xsd:schema></wsdl:types>` +
    each(messages) +
    `<wsdl:portType name="${PORT}">${each(portOperation)}</wsdl:portType>` +
    `<wsdl:binding name="${PORT}" type="svc:${PORT}">` +
    `<soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>` +
    `${each(bindingOperation)}</wsdl:binding>` +
    `<wsdl:service name="${SERVICE}"><wsdl:port name="${PORT}" binding="svc:${PORT}">` +
    `<soap:address location="${escapeXml(address)}"/></wsdl:port></wsdl:service></wsdl:definitions>\n`
  );
}

function elements({ name, parameters, result }: Operation): string {
  const fields = parameters.map((row) => field(row.name, PARAMETER_TYPES[row.kind]));
  return (
    wrapper(name, fields.join("")) + wrapper(`${name}Response`, field(`${name}Result`, RESULT_TYPES[result]))
  );
}

function wrapper(name: string, fields: string): string {
  return (
    `<xsd:element name="${name}"><xsd:complexType><xsd:sequence>${fields}` +
    `</xsd:sequence></xsd:complexType></xsd:element>`
  );
}

/** A .NET int cannot be absent, a string can: hence minOccurs. */
function field(name: string, type: string): string {
  return `<xsd:element name="${name}" type="${type}" minOccurs="${type === "xsd:int" ? 1 : 0}" maxOccurs="1"/>`;
}

function messages({ name }: Operation): string {
  const message = (suffix: string, element: string) =>
    `<wsdl:message name="${name}${suffix}"><wsdl:part name="parameters" element="svc:${element}"/></wsdl:message>`;
  return message("SoapIn", name) + message("SoapOut", `${name}Response`);
}

function portOperation({ name }: Operation): string {
  return (
    `<wsdl:operation name="${name}"><wsdl:input message="svc:${name}SoapIn"/>` +
    `<wsdl:output message="svc:${name}SoapOut"/></wsdl:operation>`
  );
}

function bindingOperation({ name }: Operation): string {
  const body = `<soap:body use="literal"/>`;
  return (
    `<wsdl:operation name="${name}">` +
    `<soap:operation soapAction="${SERVICE_NAMESPACE}${name}" style="document"/>` +
    `<wsdl:input>${body}</wsdl:input><wsdl:output>${body}</wsdl:output></wsdl:operation>`
  );
}
