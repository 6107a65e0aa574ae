import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import { hostname } from "node:os";
import { childText, readXml, type XmlNode } from "../qbxml/read-xml";
import { QbwcError } from "./qbwc-error";

/** What the Web Connector keeps of a .qwc file. */
export interface QwcFile {
  appName: string;
  appUrl: string;
  appDescription: string;
  appSupport: string;
  userName: string;
  ownerId: string;
  fileId: string;
  isReadOnly: boolean;
  /** Between runs; undefined without a Scheduler. */
  everySeconds: number | undefined;
}

const KNOWN = [
  "AppName",
  "AppID",
  "AppURL",
  "AppDescription",
  "AppSupport",
  "CertURL",
  "UserName",
  "OwnerID",
  "FileID",
  "QBType",
  "Scheduler",
  "IsReadOnly",
  "Notify",
  "PersonalDataPref",
  "UnattendedModePref",
  "AuthFlags",
  "Style",
  "AppDisplayName",
  "AppUniqueName",
];
const GUID = /^\{[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}$/;

function parse(text: string): XmlNode {
  let root: XmlNode;
  try {
    root = readXml(text);
  } catch (error) {
    throw new QbwcError("QBWC1039", `The file is not XML: ${error instanceof Error ? error.message : error}`);
  }
  if (root.name !== "QBWCXML") throw new QbwcError("QBWC1039", "The root element is not QBWCXML");
  const strange = root.children.find((node) => !KNOWN.includes(node.name));
  if (strange) throw new QbwcError("QBWC1039", `Unknown element ${strange.name}`);
  return root;
}

function required(root: XmlNode, name: string): string {
  const value = childText(root, name)?.trim();
  if (!value) throw new QbwcError("QBWC1039", `${name} is missing`);
  return value;
}

function oneOf(root: XmlNode, name: string, values: string[]): void {
  const value = childText(root, name);
  if (value !== undefined && !values.includes(value)) {
    throw new QbwcError("QBWC1039", `${name} is "${value}", not one of ${values.join(", ")}`);
  }
}

function url(text: string, name: string): URL {
  if (!URL.canParse(text)) throw new QbwcError("QBWC1039", `${name} is not a URL: ${text}`);
  return new URL(text);
}

function isLocal(host: string): boolean {
  return host === "localhost" || host === hostname().toLowerCase();
}

function checkAddresses(appUrl: URL, appSupport: URL): void {
  const bare = (host: string) => host.replace(/^\[|\]$/g, "");
  if (isIP(bare(appUrl.hostname))) throw new QbwcError("QBWC1001", "AppURL holds an IP address");
  if (isIP(bare(appSupport.hostname))) throw new QbwcError("QBWC1002", "AppSupport holds an IP address");
  if (appUrl.protocol !== "https:" && appUrl.hostname !== "localhost") {
    throw new QbwcError("QBWC1010", "AppURL must begin with https://");
  }
  if (appUrl.hostname !== appSupport.hostname && !isLocal(appSupport.hostname)) {
    throw new QbwcError("QBWC1000", "AppURL and AppSupport are on different hosts");
  }
}

function everySeconds(root: XmlNode): number | undefined {
  const scheduler = root.children.find((node) => node.name === "Scheduler");
  const first = scheduler?.children[0];
  if (!first) return undefined;
  const number = Number(first.text);
  const unit = { RunEveryNMinutes: 60, RunEveryNSeconds: 1 }[first.name];
  if (unit === undefined || !Number.isInteger(number) || number < 1) {
    throw new QbwcError("QBWC1039", `Scheduler holds ${first.name} "${first.text}"`);
  }
  return number * unit;
}

/**
 * Reads a .qwc file as the Web Connector does when it is added.
 * @param source a path, or the XML itself.
 * @throws QbwcError QBWC1039 for missing or wrong elements, QBWC1000, 1001, 1002, 1010 for the addresses.
 */
export function readQwcFile(source: string): QwcFile {
  const isText = source.trimStart().startsWith("<");
  if (!isText && !existsSync(source)) throw new QbwcError("QBWC1039", `There is no file ${source}`);
  const root = parse(isText ? source : readFileSync(source, "utf8"));
  if (!root.children.some((node) => node.name === "AppID")) {
    throw new QbwcError("QBWC1039", "AppID is missing; it may be empty");
  }
  const [appUrl, appSupport] = [required(root, "AppURL"), required(root, "AppSupport")];
  checkAddresses(url(appUrl, "AppURL"), url(appSupport, "AppSupport"));
  const appDescription = required(root, "AppDescription");
  if (appDescription.length > 80)
    throw new QbwcError("QBWC1039", "AppDescription is longer than 80 characters");
  const [ownerId, fileId] = [required(root, "OwnerID"), required(root, "FileID")];
  if (!GUID.test(ownerId)) throw new QbwcError("QBWC1039", "OwnerID is not a GUID in braces");
  if (!GUID.test(fileId)) throw new QbwcError("QBWC1039", "FileID is not a GUID in braces");
  if (required(root, "QBType") !== "QBFS") throw new QbwcError("QBWC1039", "QBType is not QBFS");
  for (const name of ["IsReadOnly", "Notify"]) oneOf(root, name, ["true", "false"]);
  oneOf(root, "PersonalDataPref", ["pdpNotNeeded", "pdpOptional", "pdpRequired"]);
  oneOf(root, "UnattendedModePref", ["umpRequired", "umpOptional"]);
  oneOf(root, "Style", ["Document"]);
  return {
    appName: required(root, "AppName"),
    appUrl,
    appDescription,
    appSupport,
    userName: required(root, "UserName"),
    ownerId,
    fileId,
    isReadOnly: childText(root, "IsReadOnly") === "true",
    everySeconds: everySeconds(root),
  };
}
