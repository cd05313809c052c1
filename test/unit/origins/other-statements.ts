/** Other texts of statements, and other literals: what a statement is changed into to see what depends on it. */

import { otherValues } from "../../../src/origins/other-values.ts";
import { modelRoots } from "../../../src/origins/walk-model.ts";
import type { Term } from "../../../src/pan/tree/term.ts";
import type { Value } from "../../../src/pan/tree/value.ts";
import type { Shape } from "../../../src/vm/shape/shape.ts";

export const literals = /'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|\b\d+(?:\.\d+)?\b|\b(?:true|false)\b/g;

/** The statement with one literal changed: those first that have the value, then those that are a part of it. */
export function* otherStatements(
  text: string,
  value: Value,
  key: string,
  shape: Shape | undefined,
): Generator<string> {
  const found = [...text.matchAll(literals)].map((match) => ({ at: match.index, raw: match[0] }));
  const wanted = String(value);
  const nearness = (raw: string): number => {
    const inner = unquoted(raw);
    if (inner === wanted) return 0;
    return inner !== "" && (wanted.includes(inner) || inner.includes(wanted)) ? 1 : 2;
  };
  const ordered = found.toSorted((a, b) => nearness(a.raw) - nearness(b.raw));
  for (const { at, raw } of ordered) {
    const isPath = at === 0 && /^["'](?:\/|[\w/]+["']\s*\??=)/.test(raw);
    if (isPath) continue;
    for (const other of otherLiterals(raw, shape)) {
      yield text.slice(0, at) + other + text.slice(at + raw.length);
    }
  }
  const renamed = `${key.slice(0, -1)}${key.endsWith("b") ? "c" : key.endsWith("9") ? "8" : /\d$/.test(key) ? "9" : "b"}`;
  for (const from of [`/${key}'`, `/${key}"`, `'${key}'`, `"${key}"`, `${key} `]) {
    if (text.includes(from)) yield text.replace(from, from.replace(key, renamed));
  }
}

function otherLiterals(raw: string, shape: Shape | undefined): readonly string[] {
  if (raw === "true" || raw === "false") return [raw === "true" ? "false" : "true"];
  if (/^\d/.test(raw))
    return [String(Number(raw) + 1), String(Math.max(0, Number(raw) - 1)), String(Number(raw) * 2)];
  const inner = unquoted(raw);
  const generic = otherValues({ kind: "text", pattern: undefined }, inner).slice(1);
  const ofShape = shape === undefined ? [] : otherValues(shape, inner);
  return [...ofShape, ...generic]
    .filter((other) => typeof other === "string")
    .slice(0, 6)
    .map(panLiteral);
}

export function unquoted(raw: string): string {
  if (raw.startsWith("'")) return raw.slice(1, -1).replaceAll("''", "'");
  if (!raw.startsWith('"')) return raw;
  return raw.slice(1, -1).replaceAll("\\n", "\n").replaceAll('\\"', '"');
}

export function plain(value: Value): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}

export function panLiteral(value: unknown): string {
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  if (Array.isArray(value)) return `list(${value.map(panLiteral).join(", ")})`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  return `dict(${entries.map(([key, item]) => `'${key}', ${panLiteral(item)}`).join(", ")})`;
}

/** The shape of a place of the model; undefined for what it does not know. */
export function shapeOf(terms: readonly Term[]): Shape | undefined {
  const [root, ...rest] = terms;
  let shape: Shape | undefined = Object.hasOwn(modelRoots, String(root))
    ? modelRoots[root as keyof typeof modelRoots]
    : undefined;
  for (const key of rest) {
    if (shape?.kind === "record") shape = shape.fields[key]?.shape;
    else if (shape?.kind === "map" || shape?.kind === "list") shape = shape.item;
    else if (shape?.kind === "variant") shape = shape.cases[key]?.shape;
    else return undefined;
  }
  return shape;
}
