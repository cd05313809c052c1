/**
 * What may stand in an annotation: free text, or `key = value` pairs (manual, "Pan book", annotations).
 *
 * Annotations change no result, but the reference compiler refuses those that it cannot read, so we do.
 */

const keyPairs = /^\s*[^=\s]*\s*=/;
const xmlPrefix = /^xml/i;
const validKey = /^[A-Za-z_]+[A-Za-z_.-]*$/;

const space = /[ \t\f\n\r]*/y;
const key = /[\w.-]+/y;
const equals = /[ \t\f\n\r]*=[ \t]*/y;
const lineEnds = /[\n\r]*/y;
const quoted = /'(?:[^']|'')*'|"(?:[^"]|"")*"/y;
const value = /(?:\\(?:\r\n|\n|\r))*[^\n\r'"\\](?:\\(?:\r\n|\n|\r)|[^\n\r])*/y;

/** Why the annotation is refused; undefined if it is fine. */
export function annotationProblem(name: string, body: string): string | undefined {
  if (name !== "" && !isKey(name)) return nameProblem(name);
  return keyPairs.test(body) ? pairsProblem(body) : undefined;
}

/** One `key = value` of an annotation. */
export interface AnnotationPair {
  readonly key: string;
  /** Without its quotes; lines that a backslash joins are one. */
  readonly value: string;
}

/** The pairs of a body; undefined if it is free text, or cannot be read as pairs. */
export function annotationPairs(body: string): readonly AnnotationPair[] | undefined {
  if (!keyPairs.test(body) || pairsProblem(body) !== undefined) return undefined;
  const pairs: AnnotationPair[] = [];
  for (let at = skip(space, body, 0); at < body.length; ) {
    const keyEnd = skip(key, body, at);
    const valueStart = skip(equals, body, keyEnd);
    const valueEnd = skipValue(body, valueStart) ?? body.length;
    pairs.push({ key: body.slice(at, keyEnd), value: valueText(body.slice(valueStart, valueEnd)) });
    at = skip(space, body, valueEnd);
  }
  return pairs;
}

/** Within quotes, doubled quotes stand for one; elsewhere a backslash joins lines. */
function valueText(written: string): string {
  const text = written.trim();
  const quote = text[0];
  if (text.length > 1 && (quote === "'" || quote === '"') && text.endsWith(quote)) {
    return text.slice(1, -1).replaceAll(quote + quote, quote);
  }
  return text.replace(/[ \t]*\\(?:\r\n|\n|\r)[ \t]*/g, " ");
}

function isKey(text: string): boolean {
  return validKey.test(text) && !xmlPrefix.test(text);
}

function nameProblem(name: string): string {
  return `\`${name}\` is no name: use letters, \`_\`, \`-\` and \`.\`, begin with a letter or \`_\`, and not with \`xml\``;
}

function pairsProblem(body: string): string | undefined {
  let at = skip(space, body, 0);
  while (at < body.length) {
    const keyEnd = skip(key, body, at);
    const name = body.slice(at, keyEnd);
    if (name === "") return `\`${body[at]}\` stands where a key is expected`;
    const valueStart = skip(equals, body, keyEnd);
    if (valueStart === keyEnd) return `\`=\` is missing after \`${name}\``;
    const valueEnd = skipValue(body, valueStart);
    if (valueEnd === undefined) return `\`${name}\` has no value`;
    if (!isKey(name)) return nameProblem(name);
    at = skip(space, body, valueEnd);
  }
  return undefined;
}

/** The end of the value at `start`: quoted text, or the rest of the line with its continuations. */
function skipValue(body: string, start: number): number | undefined {
  let at = start;
  for (;;) {
    at = skip(lineEnds, body, at);
    const quotedEnd = skip(quoted, body, at);
    if (quotedEnd > at) return quotedEnd;
    const end = skip(value, body, at);
    if (end === at) return undefined;
    // A lone blank before a line end is space, not a value.
    if (end > at + 1 || !" \t\f".includes(body[at] ?? "")) return end;
    at = end;
  }
}

/** Where a sticky pattern that is tried at `at` ends; `at` itself if it does not match. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
