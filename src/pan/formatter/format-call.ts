/** The layout of calls: on a line if they fit, else an argument a line, with a comma behind the last one. */

import type { CallExpression, Expression } from "../syntax/ast.ts";
import { type Doc, group, hardLine, ifBroken, indent, needsLines, softLine } from "./doc.ts";
import { itemBreak } from "./items.ts";
import type { TokenSource } from "./token-source.ts";

type Format = (source: TokenSource, node: Expression) => Doc;

/** Functions that make data, and how many arguments come before their pairs of key and value; none has pairs only. */
const dataFunctions: ReadonlyMap<string, { readonly pairsFrom: number | undefined }> = new Map([
  ["create", { pairsFrom: 1 }],
  ["dict", { pairsFrom: 0 }],
  ["list", { pairsFrom: undefined }],
  ["merge", { pairsFrom: undefined }],
  ["nlist", { pairsFrom: 0 }],
  ["npush", { pairsFrom: 1 }],
]);

export function formatCall(source: TokenSource, node: CallExpression, format: Format): Doc {
  const { args } = node;
  const name = source.take(node.name.text);
  const open = source.take("(");
  const data = dataFunctions.get(node.name.text);
  if (args.length === 0) return emptyCall(source, [name, open]);
  const isBelow = data !== undefined && source.startsLine();
  if (!isBelow && isHugged(source, args)) {
    return huggingCall(source, [name, open], args[0] as Expression, format);
  }
  const { items, isTable } = formatArguments(source, args, data?.pairsFrom, format);
  const lead = source.closingLead();
  const close = source.textOf(")");
  const trail = source.trail();
  if (!isTable && isHuggedBehind(args) && !needsLines([items[0] ?? "", close, lead])) {
    return [name, open, items.map((item, i) => [i === 0 ? "" : " ", item.slice(1)]), close, trail];
  }
  // Data that was written as a table stays one, however short.
  const end = data !== undefined && isTable ? hardLine : softLine;
  return [group(name, open, indent(end, items, ifBroken(","), lead), end, close), trail];
}

/** Whether data follows one short argument, as in `merge(SELF, dict(…))`: its brackets break. */
function isHuggedBehind(args: readonly Expression[]): boolean {
  const [first, second] = args;
  if (args.length !== 2 || first === undefined || second?.kind !== "CallExpression") return false;
  if (!dataFunctions.has(second.name.text) || second.args.length === 0) return false;
  if (first.kind === "StringLiteral") return first.quote !== "heredoc";
  return first.kind === "VariableReference" && first.indexes.length === 0;
}

function emptyCall(source: TokenSource, head: Doc): Doc {
  const lead = source.closingLead();
  const close = source.textOf(")");
  return [head, indent(lead), needsLines(lead) ? hardLine : "", close, source.trail()];
}

/** Whether the only argument is a call or a block, whose brackets break instead of those around it. */
function isHugged(source: TokenSource, args: readonly Expression[]): boolean {
  const [only] = args;
  if (args.length !== 1 || only === undefined || source.hasLead()) return false;
  if (only.kind === "Block") return source.next === "{";
  return only.kind === "CallExpression" && source.nextStart === only.start && only.args.length > 0;
}

function huggingCall(source: TokenSource, head: Doc, only: Expression, format: Format): Doc {
  const argument = format(source, only);
  const lead = source.lead();
  return [head, argument, lead, source.textOf(")"), source.trail()];
}

interface Arguments {
  /** Each with the line end before it as its first part. */
  readonly items: readonly (readonly Doc[])[];
  /** Whether one of them begins a line. */
  readonly isTable: boolean;
}

function formatArguments(
  source: TokenSource,
  args: readonly Expression[],
  pairsFrom: number | undefined,
  format: Format,
): Arguments {
  let isTable = false;
  const items = args.map((arg, i) => {
    const isValue = pairsFrom !== undefined && i > pairsFrom && (i - pairsFrom) % 2 === 1;
    if (source.startsLine()) isTable = true;
    const end = i === 0 ? "" : isValue && !source.hasLead() ? " " : itemBreak(source);
    const lead = source.itemLead();
    const item = format(source, arg);
    return [end, lead, item, i < args.length - 1 ? source.take(",") : ""];
  });
  return { items, isTable };
}
