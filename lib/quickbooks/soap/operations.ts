import type { CallerInfo, Conversation } from "@/lib/quickbooks/run/conversation";
import type { Payload } from "@/lib/quickbooks/run/payload";

/** Intuit's namespace, trailing slash included: the Web Connector accepts no other. */
export const SERVICE_NAMESPACE = "http://developer.intuit.com/";

/** `text` is held in memory and capped; `payload` may be of any size and is spooled. */
export interface ParameterKinds {
  text: string;
  int: number;
  payload: Payload;
}

export interface ResultKinds {
  string: string;
  int: number;
  arrayOfString: string[];
}

export interface Parameter {
  readonly name: string;
  readonly kind: keyof ParameterKinds;
}

export type Argument = ParameterKinds[keyof ParameterKinds];
export type Result = { [K in keyof ResultKinds]: { kind: K; value: ResultKinds[K] } }[keyof ResultKinds];

/** One SOAP operation: what it takes, in the order of Intuit's WSDL, what it gives, and who answers. */
export interface Operation {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly result: keyof ResultKinds;
  /** The answer to a payload whose ticket is unknown, so that it need not be read at all. */
  readonly unknownTicket: Result | undefined;
  answer(conversation: Conversation, args: ReadonlyMap<string, Argument>, from: CallerInfo): Promise<Result>;
}

type Arguments<P extends readonly Parameter[]> = {
  [Row in P[number] as Row["name"]]: ParameterKinds[Row["kind"]];
};

const text = <const N extends string>(name: N) => ({ name, kind: "text" }) as const;
const int = <const N extends string>(name: N) => ({ name, kind: "int" }) as const;
const payload = <const N extends string>(name: N) => ({ name, kind: "payload" }) as const;

function operation<
  const N extends string,
  const P extends readonly Parameter[],
  const R extends keyof ResultKinds,
>(row: {
  name: N;
  parameters: P;
  result: R;
  unknownTicket?: ResultKinds[R];
  run(conversation: Conversation, args: Arguments<P>, from: CallerInfo): Promise<ResultKinds[R]>;
}): Operation {
  const resultOf = (value: ResultKinds[R]) => ({ kind: row.result, value }) as Result;
  return {
    name: row.name,
    parameters: row.parameters,
    result: row.result,
    unknownTicket: row.unknownTicket === undefined ? undefined : resultOf(row.unknownTicket),
    async answer(conversation, args, from) {
      // The reader fills in every parameter of the row with the kind that the row states.
      return resultOf(await row.run(conversation, Object.fromEntries(args) as Arguments<P>, from));
    },
  };
}

/**
 * The service, whole: WSDL, reading and answering all derive from these rows. Names and order are those of
 * Intuit's WSDL (the programmer's guide spells some of them otherwise; the wire does not).
 * The interactive-mode operations are left out: Intuit withdrew them with Web Connector 2.3.
 */
export const OPERATIONS: readonly Operation[] = [
  operation({
    name: "serverVersion",
    parameters: [text("strVersion")],
    result: "string",
    run: (conversation) => conversation.serverVersion(),
  }),
  operation({
    name: "clientVersion",
    parameters: [text("strVersion")],
    result: "string",
    run: (conversation, args, from) => conversation.clientVersion({ ...args, from }),
  }),
  operation({
    name: "authenticate",
    parameters: [text("strUserName"), text("strPassword")],
    result: "arrayOfString",
    run: (conversation, args, from) => conversation.authenticate({ ...args, from }),
  }),
  operation({
    name: "sendRequestXML",
    parameters: [
      text("ticket"),
      payload("strHCPResponse"),
      text("strCompanyFileName"),
      text("qbXMLCountry"),
      int("qbXMLMajorVers"),
      int("qbXMLMinorVers"),
    ],
    result: "string",
    // Makes the Web Connector ask getLastError, which says that the ticket is unknown.
    unknownTicket: "",
    run: (conversation, args) => conversation.sendRequestXML(args),
  }),
  operation({
    name: "receiveResponseXML",
    parameters: [text("ticket"), payload("response"), text("hresult"), text("message")],
    result: "int",
    unknownTicket: -1,
    run: (conversation, args) => conversation.receiveResponseXML(args),
  }),
  operation({
    name: "connectionError",
    parameters: [text("ticket"), text("hresult"), text("message")],
    result: "string",
    run: (conversation, args) => conversation.connectionError(args),
  }),
  operation({
    name: "getLastError",
    parameters: [text("ticket")],
    result: "string",
    run: (conversation, args) => conversation.getLastError(args),
  }),
  operation({
    name: "closeConnection",
    parameters: [text("ticket")],
    result: "string",
    run: (conversation, args) => conversation.closeConnection(args),
  }),
];

/** The operation of that name, if the service has it. */
export function findOperation(name: string): Operation | undefined {
  return OPERATIONS.find((row) => row.name === name);
}
