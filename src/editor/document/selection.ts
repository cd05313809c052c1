/** What a selection grows to, step by step: from the word to the template. */

import { nodesIn } from "../../pan/syntax/nodes.ts";
import { isAround, type Located } from "../../text/span.ts";
import { type EditorFile, occurrenceAt } from "../files/editor-file.ts";

/** Innermost first; each holds the one before it and is larger. */
export function selectionsAt(file: EditorFile, offset: number): readonly Located[] {
  const { template, text } = file;
  const around: Located[] = [{ start: 0, end: text.length }];
  for (const statement of template.statements) {
    if (!isAround(statement, offset)) continue;
    around.push(...nodesIn(statement).filter((node) => isAround(node, offset)));
  }
  const name = occurrenceAt(file, offset);
  if (name !== undefined) around.push(name);
  const ordered = around.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const steps: Located[] = [];
  for (const { start, end } of ordered) {
    const last = steps.at(-1);
    const grows = last === undefined || (start <= last.start && end >= last.end);
    const isNew = last === undefined || start !== last.start || end !== last.end;
    if (grows && isNew) steps.push({ start, end });
  }
  return steps;
}
