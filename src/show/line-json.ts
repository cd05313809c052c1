/**
 * A line of an emitted file for programs: one JSON document.
 *
 *     { "file": "out/web1.cfg", "line": 9, "text": "memory = 4096",
 *       "stored": "memory = 2048",              the line of the file, where it is not what the sources give
 *       "currentLine": 9,                       where the sources give it
 *       "profile": "web", "profileFile": "vms/web.pan", "machine": "web1",       of a profile there is no machine
 *       "writer": "backend xen",                or "skeleton network", "profile format json"
 *       "relation": "itself", "first": 9, "last": 9,
 *       "origins": [ { "kind": "path", "role": "value", "columns": { "start": 10, "end": 14 }, "part": "4096",
 *                      "path": "/hardware/memory/size", "explanation": PATH, "from": [ SOURCE ] } ] }
 *
 * - `relation`: whether the origins are those of the line "itself", of what it "closes", "heads" (a comment), "holds" (a
 *   line that begins others and does not change), is "within" (a value of several lines), or around a "blank" line;
 *   `first` and `last` are the lines of that;
 * - `role`: the line has the "value", the "name" (a key), something "derived", is only there on a "condition", or is as
 *   it is in the "absence" of a value; the most important origin comes first, and there is none where nothing that a
 *   description says changes the line;
 * - `kind`: a "path" of the configuration; "profile", the name of the object template; "sources", the digest of all
 *   templates; "option" with `name` and `value`; "file" with `name` and `file`;
 * - `columns` count from 1; `end` is behind the part;
 * - `from`: what the value is made from, where the description does not give it in that form;
 * - PATH is what `vmcs explain PATH` prints of a path (see explanation-json.ts); SOURCE has its `kind`, `path` and
 *   `explanation`.
 */

import type { ExplainedLine, ExplainedOrigin, ExplainedSource } from "./explained-line.ts";
import { pathOf } from "./explained-line.ts";
import { pathJson } from "./explanation-json.ts";
import type { Places } from "./places.ts";

export function lineJson(line: ExplainedLine, places: Places): object {
  const { file, current, profile, machine, writer, relation, range, origins } = line;
  return {
    file,
    line: line.line,
    text: current.text,
    stored: line.stored,
    currentLine: current.line,
    profile: profile.name,
    profileFile: profile.file,
    machine,
    writer,
    relation,
    first: range.first,
    last: range.last,
    origins: origins.map((origin) => originJson(origin, places)),
  };
}

function originJson(origin: ExplainedOrigin, places: Places): object {
  const { role, columns, part, from } = origin;
  return {
    kind: origin.source.kind,
    role,
    columns: columns && { start: columns.start + 1, end: columns.end + 1 },
    part,
    ...sourceJson(origin, places),
    from: from.map((source) => ({ kind: source.source.kind, ...sourceJson(source, places) })),
  };
}

function sourceJson(explained: ExplainedSource, places: Places): object {
  const { source, answer } = explained;
  const { kind: _, ...rest } = source.kind === "path" ? { kind: source.kind } : source;
  return {
    ...rest,
    path: pathOf(explained),
    explanation: answer && pathJson(answer, places),
  };
}
