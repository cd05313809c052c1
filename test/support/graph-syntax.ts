/**
 * Checkers of what `vmcs graph` prints, so that tests need no Graphviz: the parts of the dot language and of Mermaid's
 * flowcharts that a graph uses. Each gives the lines that are not of its grammar.
 */

const id = String.raw`"(?:[^"\\\n]|\\["\\n])*"`;
const attribute = String.raw`[a-z]+=(?:[\w#.]+|${id})`;
const attributes = String.raw`\[${attribute}(?:, ${attribute})*\]`;

const dotLines: readonly RegExp[] = [
  new RegExp(`^digraph ${id} \\{$`),
  /^ {2}rankdir=LR;$/,
  new RegExp(`^ {2}(?:node|edge) ${attributes};$`),
  new RegExp(`^ {2}${id} ${attributes};$`),
  new RegExp(`^ {2}${id} -> ${id}(?: ${attributes})?;$`),
  /^\}$/,
];

export function dotProblems(text: string): readonly string[] {
  return [
    ...text.split("\n").filter((line) => line !== "" && !matchesAny(dotLines, line)),
    ...undeclared(
      text,
      new RegExp(`^ {2}(${id}) \\[`, "gm"),
      new RegExp(`^ {2}(${id}) -> (${id})`, "gm"),
    ),
  ];
}

/** Text within quotes: no quote, and nothing that would be taken for HTML or an entity but `#NUMBER;`. */
const words = String.raw`"(?:[^"#;&<>\\${"`"}\n]|#\d+;)*"`;
const node = String.raw`n\d+`;
const brackets: readonly (readonly [string, string])[] = [
  ["([", "])"],
  ["[[", "]]"],
  ["[(", ")]"],
  ["[/", "/]"],
  ["{{", "}}"],
  ["[", "]"],
  ["(", ")"],
  ["{", "}"],
  [">", "]"],
];

const mermaidLines: readonly RegExp[] = [
  /^flowchart LR$/,
  ...brackets.map(
    ([open, close]) => new RegExp(`^ {2}${node}${quoted(open)}${words}${quoted(close)}$`),
  ),
  new RegExp(`^ {2}${node} (?:-->|-\\.->|--x)(?:\\|${words}\\|)? ${node}$`),
  /^ {2}classDef [a-z]+ stroke:#[0-9a-f]+,stroke-(?:dasharray:\d+|width:\d+px)$/,
  new RegExp(`^ {2}class ${node}(?:,${node})* [a-z]+$`),
];

export function mermaidProblems(text: string): readonly string[] {
  return [
    ...text.split("\n").filter((line) => line !== "" && !matchesAny(mermaidLines, line)),
    ...undeclared(
      text,
      /^ {2}(n\d+)[[({>]/gm,
      /^ {2}(n\d+) (?:-->|-\.->|--x)\S*(?: [^|]*\|)* (n\d+)$/gm,
    ),
  ];
}

function matchesAny(rules: readonly RegExp[], line: string): boolean {
  return rules.some((rule) => rule.test(line));
}

/** Ends of edges that no line declares. */
function undeclared(text: string, nodes: RegExp, edges: RegExp): readonly string[] {
  const known = new Set([...text.matchAll(nodes)].map(([, name]) => name));
  const ends = [...text.matchAll(edges)].flatMap(([, from, to]) => [from, to]);
  return ends.filter((end): end is string => end !== undefined && !known.has(end));
}

function quoted(text: string): string {
  return text.replace(/[[\](){}/]/g, "\\$&");
}
