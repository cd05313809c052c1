/**
 * A comparison for programs: one JSON document.
 *
 *     { "before": "main", "after": "HEAD",
 *       "machines": [ {
 *         "name": "web1", "state": "changed",        or "added", "removed"
 *         "files": [ "vms/web1.pan" ],
 *         "changes": [ {
 *           "kind": "changed",                       or "added", "removed", "reordered"
 *           "path": "/hardware/memory/size",         elements of lists by what identifies them: /routes[to=default]/via
 *           "document": ".cfg",                      the ending of the file's name, where it is not the configuration
 *           "beforePath": "/…", "afterPath": "/…",   with indexes, on each side
 *           "before": 4096, "after": 8192,           absent where there is none
 *           "secret": true,                          only for values that are not shown
 *           "writtenBefore": WRITER, "writtenAfter": WRITER,
 *           "effects": { "xen": { "level": "live", "by": "xl mem-set", "note": "…" } } } ],
 *         "sources": [ { "how": "changed", "file": "lib/defaults.pan" } ] } ],
 *       "failed": [ { "name": "web2", "sides": "after" } ],
 *       "same": 298 }
 *
 * WRITER is `{ "kind": "assignment", "file": "…", "line": 3, "column": 1, "via": { … }, "because": [ … ] }`; the kind is
 * `default` for the default of a type and `rule` for what rules have chosen. Levels are none, live, reboot, recreate.
 * Whole numbers beyond 2^53 are texts.
 */

import type { Located } from "../diff/change.ts";
import type { Comparison, ExplainedChange, Writer } from "../diff/machine-diff.ts";
import { stepsText } from "../diff/step-text.ts";
import { formatTerms } from "../pan/tree/path.ts";
import type { DiffTitle } from "./diff-words.ts";
import type { Places } from "./places.ts";
import { scalarJson, stepsJson } from "./resolution-json.ts";

export function diffJson(
  { machines, failed, same }: Comparison,
  { before, after }: DiffTitle,
  places: Places,
): object {
  const fileOf = (file: string): string => places.of({ file, start: 0, end: 0 })?.file ?? file;
  return {
    before,
    after,
    machines: machines.map(({ name, state, files, changes, sources }) => ({
      name,
      state,
      files: files.map(fileOf),
      changes: changes.map((change) => changeJson(change, places)),
      sources: sources.map(({ how, file }) => ({ how, file: fileOf(file) })),
    })),
    failed,
    same,
  };
}

function changeJson(change: ExplainedChange, places: Places): object {
  const { kind, document, steps, before, after, isSecret, effects } = change;
  return {
    kind,
    path: stepsText(steps),
    document,
    beforePath: before && formatTerms(before.terms),
    afterPath: after && formatTerms(after.terms),
    before: leafJson(before, isSecret),
    after: leafJson(after, isSecret),
    secret: isSecret ? true : undefined,
    writtenBefore: writerJson(change.writtenBefore, places),
    writtenAfter: writerJson(change.writtenAfter, places),
    effects: effects.size === 0 ? undefined : Object.fromEntries(effects),
  };
}

function leafJson(located: Located | undefined, isSecret: boolean): unknown {
  if (located === undefined || isSecret) return undefined;
  const { kind, value } = located.leaf;
  if (kind === "empty-dict") return {};
  return kind === "empty-list" ? [] : scalarJson(value);
}

function writerJson(writer: Writer | undefined, places: Places): object | undefined {
  if (writer === undefined) return undefined;
  const { kind, span, via, because } = writer;
  return {
    kind,
    ...places.of(span),
    via: places.of(via),
    because: because.length === 0 ? undefined : stepsJson(because, places),
  };
}
