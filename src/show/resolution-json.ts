/**
 * A resolution for programs: one JSON document.
 *
 *     { "profiles": [ {
 *         "profile": "web1",                    name of the object template
 *         "file": "vms/web1.pan",
 *         "packages": [ { "path": "/software/packages/gcc", "name": "gcc", "version": "3.3.5",
 *                         "added": true,        the description does not have it
 *                         "because": STEPS } ],
 *         "values": [ { "path": "/hardware/memory/size", "before": 256, "after": 512, "because": STEPS } ],
 *         "dropped": [ { "kind": "suggestion",  or "description": what it says and cannot be had
 *                        "text": "…", "file": "…", "line": 3, "column": 1, "because": STEPS } ] } ] }
 *
 * STEPS is a list of `{ "text": "…", "file": "…", "line": 3, "column": 1 }`, from what the description says to the
 * result; `file`, `line` and `column` are absent where a list of packages says it. `version`, `release`, `before` and
 * `after` are absent where there is none. Whole numbers beyond 2^53 are texts.
 */

import type { ResolutionReport, Step } from "../rules/explain/resolution-report.ts";
import type { Scalar } from "../rules/language/rule.ts";
import type { Places } from "./places.ts";

export function resolutionJson(
  profile: string,
  file: string,
  { packages, values, losses }: ResolutionReport,
  places: Places,
): object {
  return {
    profile,
    file,
    packages: packages.map(({ path, name, version, release, isAdded, because }) => ({
      path,
      name,
      version,
      release,
      added: isAdded,
      because: stepsJson(because, places),
    })),
    values: values.map(({ path, before, after, because }) => ({
      path,
      before: scalarJson(before),
      after: scalarJson(after),
      because: stepsJson(because, places),
    })),
    dropped: losses.map(({ kind, text, span, because }) => ({
      kind,
      text,
      ...places.of(span),
      because: stepsJson(because, places),
    })),
  };
}

export function stepsJson(steps: readonly Step[], places: Places): readonly object[] {
  return steps.map(({ text, span }) => ({ text, ...places.of(span) }));
}

export function scalarJson(value: Scalar | undefined): string | number | boolean | undefined {
  if (typeof value !== "bigint") return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}
