/** The templates and texts that a profile is made from, and that differ between two sides. */

import { compareCodeUnits } from "../base/compare.ts";
import type { ProfileReport } from "../pan/compiler/build-report.ts";
import type { ChangedSource } from "./machine-diff.ts";
import type { SourceSide } from "./source-side.ts";

export function changedSources(
  old: ProfileReport,
  built: ProfileReport,
  before: SourceSide,
  after: SourceSide,
): readonly ChangedSource[] {
  const known = new Set(old.files.map((file) => after.counterpart(file, before)));
  const used = new Set(built.files);
  const gone = old.files.filter((file) => !used.has(after.counterpart(file, before) as string));
  const found: ChangedSource[] = [
    ...before.changedFiles(built.files, after).map((file): ChangedSource => {
      return { how: known.has(file) ? "changed" : "added", file: after.input.label(file) };
    }),
    ...gone.map((file): ChangedSource => ({ how: "removed", file: before.input.label(file) })),
  ];
  // A template that is used for the first time may have been there before.
  const fresh = built.files.filter((file) => !known.has(file));
  const unlisted = fresh.filter(
    (file) => !found.some((one) => one.file === after.input.label(file)),
  );
  found.push(
    ...unlisted.map((file): ChangedSource => ({ how: "added", file: after.input.label(file) })),
  );
  return found.toSorted((a, b) => compareCodeUnits(a.file, b.file));
}
