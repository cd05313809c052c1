/**
 * A second opinion on where a value comes from: looks into the text of the templates, with regular expressions and
 * without the parser, whether what stands at the place of the winner writes the path.
 */
import type { ExplainedWrite, Explanation, ShownValue } from "../../src/pan/history/explanation.ts";
import { isPathProblem, parsePath } from "../../src/pan/tree/path.ts";
import type { Term } from "../../src/pan/tree/term.ts";
import type { Span } from "../../src/text/span.ts";

export type TextOf = (file: string) => string | undefined;

export interface Verdict {
  /** How the value came there. */
  readonly kind: string;
  /** What is wrong; undefined if the text confirms it. */
  readonly problem: string | undefined;
}

export function confirmOrigin(explanation: Explanation, textOf: TextOf): Verdict {
  const outer = explanation.writes.find(({ isWinner }) => isWinner);
  if (outer === undefined) return { kind: "no winner", problem: "no winner" };
  const asked = termsOf(explanation.path);
  return confirmWrite(outer, asked, explanation.value, textOf);
}

function confirmWrite(
  write: ExplainedWrite,
  asked: readonly Term[],
  value: ShownValue | undefined,
  textOf: TextOf,
): Verdict {
  if (write.kind === "initial") return { kind: "initial data", problem: undefined };
  if (write.kind === "default")
    return { kind: "default", problem: confirmDefault(write, asked, textOf) };
  const written = assignedPath(write.place, textOf);
  if (written === undefined) {
    return { kind: "assignment", problem: `no assignment at ${shown(write.place, textOf)}` };
  }
  const { terms, right } = written;
  if (write.reach === "below" && isPrefix(asked, terms)) {
    return { kind: "came with a part of it", problem: undefined };
  }
  const problem = isPrefix(terms, asked) ? undefined : `it assigns /${terms.join("/")}`;
  if (problem !== undefined) return { kind: "assignment", problem };
  const inner = write.inside?.writes.find(({ isWinner }) => isWinner);
  if (inner !== undefined) {
    return {
      kind: "create",
      problem: confirmInside(write, inner, asked.slice(terms.length), textOf),
    };
  }
  if (write.at !== undefined) {
    return { kind: "SELF", problem: confirmInSelf(write.at, asked.slice(terms.length), textOf) };
  }
  const wrong = terms.length === asked.length ? literalProblem(right, value) : undefined;
  return {
    kind: terms.length === asked.length ? "assignment" : "assignment above",
    problem: wrong,
  };
}

const assignment = /^(?:final\s+)?(?:"([^"]*)"|'([^']*)')\s*\??=([\s\S]*)$/;

/** The path of the assignment at a place, completed by the prefix before it, and what follows it. */
function assignedPath(
  span: Span,
  textOf: TextOf,
): { readonly terms: readonly Term[]; readonly right: string } | undefined {
  const text = textOf(span.file) ?? "";
  const found = assignment.exec(text.slice(span.start, span.end));
  if (found === null) return undefined;
  const path = found[1] ?? found[2] ?? "";
  const right = found[3] ?? "";
  if (path.startsWith("/")) return { terms: termsOf(path), right };
  return { terms: [...prefixBefore(text, span.start), ...termsOf(`/k/${path}`).slice(1)], right };
}

function prefixBefore(text: string, end: number): readonly Term[] {
  let absolute: readonly Term[] = [];
  let prefix: readonly Term[] = [];
  for (const [, one, other] of text
    .slice(0, end)
    .matchAll(/^\s*prefix\s+(?:"([^"]*)"|'([^']*)')/gm)) {
    const path = one ?? other ?? "";
    if (path.startsWith("/")) absolute = termsOf(path);
    prefix =
      path === "" ? [] : path.startsWith("/") ? absolute : [...absolute, ...termsOf(`/${path}`)];
  }
  return prefix;
}

/** The field of the type, and the `=` that gives it a default. */
function confirmDefault(
  { type }: ExplainedWrite,
  asked: readonly Term[],
  textOf: TextOf,
): string | undefined {
  if (type?.place === undefined) return "the type has no place";
  const text = textOf(type.place.file) ?? "";
  const own = text.slice(type.place.start, type.place.end);
  const before = [
    ...text.slice(0, type.place.start).matchAll(/\btype\s+(?:"([^"]+)"|'([^']+)'|([\w.-]+))\s*=/g),
  ].at(-1);
  const name = before?.[1] ?? before?.[2] ?? before?.[3];
  if (name !== type.name) return `the type before it is ${name}, not ${type.name}`;
  if (type.field === undefined) {
    return /=[\s\S]*$/.test(own) ? undefined : `no default in ${own}`;
  }
  const field = new RegExp(`^["']${type.field.replace(/[.+]/g, "\\$&")}["']\\s*[?:]\\s*[\\s\\S]*=`);
  if (!field.test(own)) return `no default of ${type.field} in ${own}`;
  return asked.includes(type.field) ? undefined : `${type.field} is no step of the path`;
}

/** A statement of a structure template that the outer one, or a function that it calls, creates. */
function confirmInside(
  outer: ExplainedWrite,
  inner: ExplainedWrite,
  rest: readonly Term[],
  textOf: TextOf,
): string | undefined {
  const deeper = inner.inside?.writes.find(({ isWinner }) => isWinner);
  if (deeper !== undefined) return confirmInside(inner, deeper, rest, textOf);
  if (inner.kind === "argument") {
    const call = shown(inner.at ?? inner.place, textOf);
    const names = rest.some((term) => call.includes(`"${term}"`) || call.includes(`'${term}'`));
    return call.startsWith("create") && names ? undefined : `no such key in ${call}`;
  }
  if (inner.at !== undefined) return confirmInSelf(inner.at, [], textOf);
  const written = assignedPath(inner.place, textOf);
  if (written === undefined) return `no assignment at ${shown(inner.place, textOf)}`;
  // The structure itself, in the paper's spelling.
  const terms = written.terms[0] === "this" ? written.terms.slice(1) : written.terms;
  const from = rest.findIndex((_, i) => isPrefix(terms, rest.slice(i)));
  if (from < 0) return `inside it assigns ${written.terms.join("/")}`;
  const head = new RegExp(
    `^\\s*structure\\s+template\\s+${escaped(outer.inside?.template ?? "")}\\s*;`,
    "m",
  );
  const isOwn = head.test(textOf(inner.place.file) ?? "");
  const isIncluded = inner.chain.some(
    ({ label }) => label === `structure template ${outer.inside?.template}`,
  );
  return isOwn || isIncluded ? undefined : "the template is another one";
}

/** `SELF[…] = …`, `append(…)`, `prepend(…)`; literal keys must be those of the path. */
function confirmInSelf(at: Span, rest: readonly Term[], textOf: TextOf): string | undefined {
  const text = shown(at, textOf);
  if (!/^(?:SELF\b|append\b|prepend\b)/.test(text)) return `nothing of SELF in ${text}`;
  const isThere = indexesOf(text).every((index, i) => {
    const term = rest[i];
    return term === undefined || fits(index, String(term));
  });
  return isThere ? undefined : `${text} is not below ${rest.join("/")}`;
}

/** What stands between the brackets of a reference. */
function indexesOf(text: string): readonly string[] {
  const found: string[] = [];
  let [depth, begin] = [0, 0];
  for (const { 0: token, index } of text.matchAll(/"[^"]*"|'[^']*'|[[\]]/g)) {
    if (token === "[" && depth++ === 0) begin = index + 1;
    if (token === "]" && --depth === 0) found.push(text.slice(begin, index));
  }
  return /^SELF\s*\[/.test(text) ? found : [];
}

/** A text must be the term; of texts that are joined each must be in it. */
function fits(index: string, term: string): boolean {
  if (/[{(]/.test(index)) return true;
  const pieces = [...index.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, a, b]) => a ?? b ?? "");
  if (/^\s*(?:"[^"]*"|'[^']*')\s*$/.test(index)) return pieces[0] === term;
  return index.includes("[") || pieces.every((piece) => term.includes(piece));
}

/** Where the statement says a plain literal, it must be the value. */
function literalProblem(right: string, value: ShownValue | undefined): string | undefined {
  const literal = /^\s*(?:(-?\d+)|(true|false)|"([^"\\\n]*)"|'([^'\n]*)')\s*;?\s*$/.exec(right);
  if (literal === null || value?.property === undefined) return undefined;
  const [, number, boolean, double, single] = literal;
  const said = number === undefined ? (boolean ?? double ?? single) : longText(number);
  return said === String(value.property)
    ? undefined
    : `it says ${said}, the value is ${value.text}`;
}

/** A zero in front makes it octal. */
function longText(digits: string): string {
  return String(/^0\d/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits));
}

function isPrefix(prefix: readonly Term[], terms: readonly Term[]): boolean {
  // Elements of lists change their index when others come and go.
  return prefix.every(
    (term, i) => term === terms[i] || (typeof term === "number" && typeof terms[i] === "number"),
  );
}

function shown({ file, start, end }: Span, textOf: TextOf): string {
  return (textOf(file) ?? "").slice(start, end);
}

function termsOf(path: string): readonly Term[] {
  const parsed = parsePath(path);
  return isPathProblem(parsed) ? [] : parsed.terms;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
