/** The steps of a path where they are written. */

import { isPathProblem, parsePath } from "../../pan/tree/path.ts";
import type { Term } from "../../pan/tree/term.ts";
import type { Located } from "../../text/span.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Occurrence } from "../files/occurrence.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { placesOfPath } from "./structure-places.ts";

/** A step of a path, with the places that it may be at: several where a structure template is put at several. */
export interface PathStep extends Located {
  readonly term: Term;
  /** Each ends with the step; none if nobody knows where a relative path ends up. */
  readonly places: readonly (readonly Term[])[];
}

/** The steps that are written there; those of a prefix are not. */
export function stepsOf(
  workspace: Workspace,
  file: EditorFile,
  { name, start, end }: Occurrence,
): readonly PathStep[] {
  const parsed = parsePath(name, true);
  if (isPathProblem(parsed)) return [];
  const { terms, kind } = parsed;
  const written = stepsIn(file.text.slice(start, end));
  const before = terms.length - written.length;
  if (before < 0) return [];
  return written.map((step, i) => {
    const own = terms.slice(0, before + i + 1);
    return {
      start: start + step.start,
      end: start + step.end,
      term: own.at(-1) as Term,
      places: placesOfPath(workspace, file, { kind, terms: own }),
    };
  });
}

/** Between the slashes; a slash in braces is part of a key. */
function stepsIn(text: string): readonly Located[] {
  return [...text.matchAll(/(?:\{[^}]*\}?|[^/{])+/g)].map(({ index, 0: step }) => ({
    start: index,
    end: index + step.length,
  }));
}
