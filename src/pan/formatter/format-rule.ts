/**
 * The layout of rule statements. The tree says neither where their parentheses were nor how their clauses were
 * ordered, so the tokens lead.
 */

import { type Doc, group, hardLine, indent, line, softLine } from "./doc.ts";
import type { TokenSource } from "./token-source.ts";

/** `valid`, `conflict` or `suggest` up to the `;`, which is left. */
export function formatRule(source: TokenSource): Doc {
  const word = source.take();
  const condition = formatCondition(source);
  const clauses: Doc[] = [];
  // The message is a sentence; the rule reads better without it at its end.
  while (source.next !== ";") {
    clauses.push(source.next === "message" ? hardLine : line, formatClause(source));
  }
  return group(word, " ", condition, indent(clauses));
}

function formatClause(source: TokenSource): Doc {
  const word = source.next;
  const taken = source.take();
  return [taken, " ", word === "when" ? formatCondition(source) : literal(source)];
}

function formatCondition(source: TokenSource): Doc {
  return chain(source, "||", () => chain(source, "&&", () => simpleCondition(source)));
}

function chain(source: TokenSource, operator: string, operand: () => Doc): Doc {
  const first = operand();
  const more: Doc[] = [];
  while (source.next === operator) more.push(" ", source.take(operator), line, operand());
  return more.length === 0 ? first : group(first, indent(more));
}

function simpleCondition(source: TokenSource): Doc {
  if (source.next === "!") return [source.take("!"), simpleCondition(source)];
  if (source.next !== "(") return comparison(source);
  const open = source.take("(");
  const inner = formatCondition(source);
  const lead = source.lead();
  const close = source.textOf(")");
  return [group(open, indent(softLine, inner, lead), softLine, close), source.trail()];
}

const operators: ReadonlySet<string> = new Set(["==", "!=", "<", "<=", ">", ">=", "~", "in", "="]);

function comparison(source: TokenSource): Doc {
  const path = source.take();
  if (!operators.has(source.next)) return path;
  return [path, " ", source.take(), " ", operand(source)];
}

/** A literal, or the call of `list` or `value`. */
function operand(source: TokenSource): Doc {
  if (source.second !== "(") return literal(source);
  const name = source.take();
  const open = source.take("(");
  const items: Doc[] = [];
  while (source.next !== ")") {
    items.push(literal(source));
    if (source.next === ",") items.push(source.take(","), line);
  }
  const lead = source.closingLead();
  const close = source.textOf(")");
  return [group(name, open, indent(softLine, items, lead), softLine, close), source.trail()];
}

function literal(source: TokenSource): Doc {
  if (source.next.startsWith("<<")) return source.takeHeredoc();
  return source.next === "-" ? [source.take(), source.take()] : source.take();
}
