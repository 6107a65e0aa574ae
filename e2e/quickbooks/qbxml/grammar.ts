import type { XmlNode } from "./read-xml";
import { checkValue, isValueType, type ValueType } from "./value-types";

/**
 * A message's content, read from one line of notation:
 *
 *     Name!:str(41)  required      Memo:str(4095)  optional      TxnID+:id  one or more     X*  any number
 *     < A | B C >    at most one branch      <…>!  exactly one      <…>*  any number of times
 *     Line*{ … }     a block       VendorRef:ref(41)  a reference   Cc^12:…  since qbXML 12.0
 *     Address:Block  a block named in `blocks`
 */
export type Particle = ElementParticle | ChoiceParticle;
export interface ElementParticle {
  kind: "element";
  name: string;
  required: boolean;
  repeats: boolean;
  since: number;
  value?: ValueType;
  content?: Particle[];
}
export interface ChoiceParticle {
  kind: "choice";
  required: boolean;
  repeats: boolean;
  branches: Particle[][];
}

/** One of the request's elements is unknown, out of place, missing, or holds a value of the wrong form. */
export class GrammarError extends Error {
  /** `code`: the status code of a wrong value; undefined when the structure itself is wrong. */
  constructor(
    message: string,
    readonly code?: number,
  ) {
    super(message);
  }
}

type Blocks = Record<string, Particle[]>;
const TOKEN = /<|>[!*]?|\||\}|(\w+)([!*+]?)(?:\^(\d+))?(?::(\w+)(?:\(([^)]*)\))?)?(\{?)/y;

/** Reads the notation above. `blocks`: the named blocks it may use. */
export function grammar(notation: string, blocks: Blocks = {}): Particle[] {
  const text = notation.replace(/\s+/g, " ").trim();
  let position = 0;

  function next(): RegExpExecArray | undefined {
    while (text[position] === " ") position += 1;
    if (position >= text.length) return undefined;
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`Grammar notation not understood at: ${text.slice(position, position + 40)}`);
    position = TOKEN.lastIndex;
    return match;
  }

  function element(token: RegExpExecArray): ElementParticle {
    const [, name = "", mark = "", since, type, argument = "", brace] = token;
    const particle: ElementParticle = {
      kind: "element",
      name,
      required: mark === "!" || mark === "+",
      repeats: mark === "*" || mark === "+",
      since: Number(since ?? 0),
    };
    if (brace === "{") particle.content = sequence("}").particles;
    else if (type === "ref") particle.content = reference(argument);
    else if (type && isValueType(type)) particle.value = { base: type, argument };
    else if (type && blocks[type]) particle.content = blocks[type];
    else if (type) throw new Error(`Grammar names an unknown block ${type}`);
    return particle;
  }

  function sequence(end: string): { particles: Particle[]; stop: string } {
    const particles: Particle[] = [];
    for (let token = next(); token; token = next()) {
      const sign = token[0];
      if (sign === "|" || sign === "}" || sign.startsWith(">")) {
        if (end === "" || (end === "}") !== (sign === "}")) throw new Error(`Grammar: stray ${sign}`);
        return { particles, stop: sign };
      }
      particles.push(sign === "<" ? choice() : element(token));
    }
    if (end !== "") throw new Error(`Grammar: missing ${end}`);
    return { particles, stop: "" };
  }

  function choice(): ChoiceParticle {
    const branches: Particle[][] = [];
    for (;;) {
      const { particles, stop } = sequence(">");
      branches.push(particles);
      if (stop !== "|") {
        return { kind: "choice", required: stop === ">!", repeats: stop === ">*", branches };
      }
    }
  }

  return sequence("").particles;
}

function reference(limit: string): Particle[] {
  const base = { kind: "element", required: false, repeats: false, since: 0 } as const;
  return [
    { ...base, name: "ListID", value: { base: "id", argument: "" } },
    { ...base, name: "FullName", value: { base: "str", argument: limit } },
  ];
}

/** The names with which a sequence can begin. */
function firstNames(particles: Particle[]): Set<string> {
  const names = new Set<string>();
  for (const particle of particles) {
    if (particle.kind === "element") names.add(particle.name);
    else for (const branch of particle.branches) for (const name of firstNames(branch)) names.add(name);
    if (particle.required) break;
  }
  return names;
}

interface Rules {
  version: number;
  /** In a Mod an empty element clears the field. */
  clearable: boolean;
}

function takeElement(
  particle: ElementParticle,
  nodes: XmlNode[],
  start: number,
  parent: string,
  rules: Rules,
): number {
  let index = start;
  while (nodes[index]?.name === particle.name && (particle.repeats || index === start)) {
    checkElement(particle, nodes[index] as XmlNode, rules);
    index += 1;
  }
  if (particle.required && index === start) {
    throw new GrammarError(`${parent} needs ${particle.name} before ${nodes[start]?.name ?? "its end"}`);
  }
  return index;
}

function takeChoice(
  particle: ChoiceParticle,
  nodes: XmlNode[],
  start: number,
  parent: string,
  rules: Rules,
): number {
  let index = start;
  do {
    const name = nodes[index]?.name;
    const branch = particle.branches.find((candidate) => name && firstNames(candidate).has(name));
    if (!branch) break;
    index = takeSequence(branch, nodes, index, parent, rules);
  } while (particle.repeats);
  if (particle.required && index === start)
    throw new GrammarError(
      `${parent} lacks one of its alternatives before ${nodes[start]?.name ?? "its end"}`,
    );
  return index;
}

function takeSequence(
  particles: Particle[],
  nodes: XmlNode[],
  start: number,
  parent: string,
  rules: Rules,
): number {
  let index = start;
  for (const particle of particles) {
    index =
      particle.kind === "element"
        ? takeElement(particle, nodes, index, parent, rules)
        : takeChoice(particle, nodes, index, parent, rules);
  }
  return index;
}

function checkElement(particle: ElementParticle, node: XmlNode, rules: Rules): void {
  if (particle.since > rules.version) throw new GrammarError(`${node.name} is newer than the stated version`);
  const attribute = Object.keys(node.attributes)[0];
  if (attribute) throw new GrammarError(`${node.name} has no attribute ${attribute}`);
  if (particle.content) {
    if (node.text.trim() !== "") throw new GrammarError(`${node.name} holds text between its elements`);
    checkContent(particle.content, node, rules);
    return;
  }
  if (node.children.length > 0) throw new GrammarError(`${node.name} holds elements`);
  const fault = particle.value && checkValue(particle.value, node.text, rules.clearable);
  if (fault) throw new GrammarError(`${node.name} "${node.text}" ${fault.why}`, fault.code);
}

/**
 * Checks the children of a node against a content model, strictly in order.
 * @throws GrammarError at the first child that does not fit.
 */
export function checkContent(content: Particle[], node: XmlNode, rules: Rules): void {
  const index = takeSequence(content, node.children, 0, node.name, rules);
  const left = node.children[index];
  if (left) throw new GrammarError(`${left.name} is unknown or out of order in ${node.name}`);
}
