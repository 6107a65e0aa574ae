import type { Particle } from "../qbxml/grammar";
import { type Fields, type FieldValue, textElement } from "../qbxml/write-xml";
import { retShape } from "./ret-shapes";

function writeValue(name: string, value: FieldValue, content: Particle[] | undefined): string {
  if (Array.isArray(value)) return value.map((one) => writeValue(name, one, content)).join("");
  // QuickBooks leaves empty values out of its answers.
  if (typeof value === "string") return value === "" ? "" : textElement(name, value);
  const inner = writeContent(content ?? [], value);
  return inner === "" ? "" : `<${name}>\n${inner}</${name}>\n`;
}

function writeContent(shape: Particle[], fields: Fields, only?: ReadonlySet<string>): string {
  let out = "";
  for (const particle of shape) {
    if (particle.kind !== "element" || (only && !only.has(particle.name))) continue;
    const value = fields[particle.name];
    if (value !== undefined) out += writeValue(particle.name, value, particle.content);
  }
  return out;
}

/** One Ret in QuickBooks' order. `only`: the names in IncludeRetElement; none of them known is an empty Ret. */
export function writeRet(name: string, fields: Fields, only: string[] = []): string {
  const inner = writeContent(retShape(name), fields, only.length > 0 ? new Set(only) : undefined);
  return `<${name}>\n${inner}</${name}>\n`;
}

/** The elements of a shape without a wrapper, for answers that hold their fields directly. */
export function writeFields(order: string[], fields: Fields): string {
  return order
    .map((name) => {
      const value = fields[name];
      return typeof value === "string" && value !== "" ? textElement(name, value) : "";
    })
    .join("");
}
