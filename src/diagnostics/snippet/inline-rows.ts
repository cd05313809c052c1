/** The rows under one source line: marks, and their labels beside or below them. */

import type { Paint } from "../palette.ts";
import type { Row } from "./row.ts";

export interface InlineMark {
  /** Columns of the row, `to` not included. */
  readonly from: number;
  readonly to: number;
  readonly primary: boolean;
  readonly label: string;
  readonly paint: Paint;
}

/** `newRow` gives a row with whatever stands at its left. */
export function inlineRows(marks: readonly InlineMark[], newRow: () => Row): readonly Row[] {
  if (marks.length === 0) return [];
  const beside = labelBeside(marks);
  const hanging = marks
    .filter((mark) => mark.label !== "" && mark !== beside)
    .toSorted((a, b) => b.from - a.from);

  const first = newRow();
  for (const mark of marks.toSorted((a, b) => Number(a.primary) - Number(b.primary))) {
    first.fill(mark.from, mark.to, mark.primary ? "^" : "-", mark.paint);
  }
  if (beside !== undefined) first.put(beside.to + 1, beside.label, beside.paint);
  if (hanging.length === 0) return [first];

  const labels = hanging.map((mark, i) => {
    const row = newRow();
    connect(row, hanging.slice(i + 1), mark.from);
    row.put(mark.from, mark.label, mark.paint);
    return row;
  });
  const connectors = newRow();
  connect(connectors, hanging, undefined);
  return [first, connectors, ...labels];
}

/** The mark whose label fits at the end of the row of marks: the one that ends last. */
function labelBeside(marks: readonly InlineMark[]): InlineMark | undefined {
  const end = Math.max(...marks.map(({ to }) => to));
  return marks
    .filter((mark) => mark.to === end && mark.label !== "")
    .toSorted((a, b) => b.from - a.from)[0];
}

/** Bars from the marks down to labels that are still to come. */
function connect(row: Row, marks: readonly InlineMark[], except: number | undefined): void {
  for (const mark of marks) {
    if (mark.from !== except) row.put(mark.from, "|", mark.paint);
  }
}
