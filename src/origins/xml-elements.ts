/** Which lines the elements of an XML document are on. The document is one of ours: well-formed, without CDATA. */

export interface XmlLines {
  readonly name: string;
  /** From 1. */
  readonly first: number;
  readonly last: number;
}

/** In the order in which they begin. */
export function xmlElements(text: string): readonly XmlLines[] {
  const elements: { name: string; first: number; last: number }[] = [];
  const open: { last: number }[] = [];
  let line = 1;
  let at = 0;
  for (const match of text.matchAll(tag)) {
    line += countLines(text, at, match.index);
    const [whole, slash, name = "", selfClosing] = match;
    const end = line + countLines(whole, 0, whole.length);
    if (slash === "/") {
      const element = open.pop();
      if (element !== undefined) element.last = end;
    } else if (name !== "") {
      const element = { name, first: line, last: end };
      elements.push(element);
      if (selfClosing !== "/") open.push(element);
    }
    line = end;
    at = match.index + whole.length;
  }
  return elements;
}

/** Comments and instructions match too, without a name. */
const tag = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([^\s<>/]+)(?:\s+[^\s=<>]+="[^"]*")*\s*(\/?)>/g;

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) {
    count++;
  }
  return count;
}
