/** What of a template can be folded: statements, blocks, records, calls, runs of comments and of includes. */

import { nodesIn } from "../../pan/syntax/nodes.ts";
import { compareLocated, type Located } from "../../text/span.ts";
import type { EditorFile } from "../files/editor-file.ts";

export interface Fold extends Located {
  readonly kind: "comment" | "imports" | "region";
}

/** In the order of the text; each of several lines. */
export function foldsOf(file: EditorFile): readonly Fold[] {
  const { template, lexed } = file;
  const folds: Fold[] = [];
  const add = (kind: Fold["kind"], { start, end }: Located): void => {
    if (lineOf(file, start) < lineOf(file, end)) folds.push({ kind, start, end });
  };
  for (const statement of template.statements) {
    for (const node of nodesIn(statement)) {
      if (foldable.has(node.kind)) add("region", node);
    }
  }
  for (const heredoc of lexed.heredocs) add("region", heredoc);
  for (const annotation of lexed.annotations) add("comment", annotation);
  for (const run of runs(file, lexed.comments)) add("comment", run);
  const includes = template.statements.filter(({ kind }) => kind === "IncludeStatement");
  for (const run of runs(file, includes)) add("imports", run);
  // Editors fold lines: of what begins on one line, the outermost counts.
  const byLine = new Map<number, Fold>();
  for (const fold of folds.toSorted(compareLocated)) {
    const line = lineOf(file, fold.start);
    if (!byLine.has(line)) byLine.set(line, fold);
  }
  return [...byLine.values()];
}

const foldable: ReadonlySet<string> = new Set([
  ...[
    "AssignStatement",
    "VariableStatement",
    "FunctionStatement",
    "TypeStatement",
    "RuleStatement",
  ],
  ...["BindStatement", "ValidStatement", "Block", "RecordType", "CallExpression"],
]);

/** What stands on lines that follow each other, taken together. */
function runs(file: EditorFile, parts: readonly Located[]): readonly Located[] {
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of parts) {
    const last = found.at(-1);
    const follows = last !== undefined && lineOf(file, start) - lineOf(file, last.end) <= 1;
    if (follows) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

function lineOf({ lines }: EditorFile, offset: number): number {
  return lines.position(offset).line;
}
