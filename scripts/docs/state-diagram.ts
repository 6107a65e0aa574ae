interface Move {
  from: readonly string[];
  to: string;
}

/**
 * A table of moves as a Mermaid state diagram. Moves that join the same two states share one arrow.
 * @param first the states a record begins in
 */
export function stateDiagram(moves: Readonly<Record<string, Move>>, first: readonly string[]): string {
  const arrows = new Map<string, string[]>();
  for (const [name, { from, to }] of Object.entries(moves)) {
    for (const start of from) {
      const arrow = `${start} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), name]);
    }
  }
  const lines = [
    "stateDiagram-v2",
    ...first.map((state) => `    [*] --> ${state}`),
    ...[...arrows].map(([arrow, names]) => `    ${arrow}: ${names.join(", ")}`),
  ];
  return ["```mermaid", ...lines, "```"].join("\n");
}
