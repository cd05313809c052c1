/**
 * Counts above declarations and assignments: who includes, uses and sets the same. Of templates and paths nothing is
 * told where nobody does; a name that nobody uses is worth a line.
 */

import { type Located, type Span, spanIn } from "../../text/span.ts";
import type { EditorFile } from "../files/editor-file.ts";
import { isNamed, type Occurrence } from "../files/occurrence.ts";
import { referencesTo } from "../navigation/references.ts";
import { reachOf } from "../workspace/reach.ts";
import { summaries } from "../workspace/summary.ts";
import { objectTemplatesUsing } from "../workspace/users.ts";
import type { Workspace } from "../workspace/workspace.ts";

export type LensKind = "includers" | "profiles" | "references" | "writers";

/** A lens before anybody has counted: it is done when the line is on the screen. */
export interface Lens {
  readonly kind: LensKind;
  readonly place: Located;
  readonly name: string;
}

export interface CountedLens {
  readonly title: string;
  /** What is shown when it is chosen. */
  readonly places: readonly Span[];
}

/** In the order of the text. */
export function lensesIn(workspace: Workspace, file: EditorFile): readonly Lens[] {
  const setElsewhere = pathsSetElsewhere(workspace, file);
  const seen = new Set<string>();
  return file.occurrences.flatMap((found): readonly Lens[] => {
    const { kind, role, name } = found;
    const place = { start: found.start, end: found.end };
    if (kind === "template" && role === "declaration")
      return ofTemplate(workspace, file, name, place);
    if (kind === "path" && role === "write") {
      if (!setElsewhere.has(name) || seen.has(name)) return [];
      seen.add(name);
      return [{ kind: "writers", place, name }];
    }
    const isDeclared = kind === "variable" || kind === "function" || kind === "type";
    return isDeclared && role === "declaration" ? [{ kind: "references", place, name }] : [];
  });
}

function ofTemplate(
  workspace: Workspace,
  file: EditorFile,
  name: string,
  place: Located,
): readonly Lens[] {
  if (templateUses(workspace, file, name).length === 0) return [];
  if (file.template.templateKind === "object") return [{ kind: "references", place, name }];
  const includers: Lens = { kind: "includers", place, name };
  const isUsed = objectTemplatesUsing(workspace, file.path).length > 0;
  return isUsed ? [includers, { kind: "profiles", place, name }] : [includers];
}

/** Absolute paths that another template of a common profile writes as well. */
function pathsSetElsewhere(workspace: Workspace, file: EditorFile): ReadonlySet<string> {
  const own = new Set(file.occurrences.filter(isWrite).map(({ name }) => name));
  const found = new Set<string>();
  if (own.size === 0) return found;
  const related = reachOf(workspace, file.path);
  for (const { file: other, paths } of summaries(workspace)) {
    if (other.path === file.path || !related.has(other.path)) continue;
    for (const path of own) {
      if (!paths.has(path) || found.has(path)) continue;
      if (other.occurrences.some((one) => isWrite(one) && one.name === path)) found.add(path);
    }
  }
  return found;
}

function isWrite({ kind, role, name }: Occurrence): boolean {
  return kind === "path" && role === "write" && name.startsWith("/");
}

export function countLens(
  workspace: Workspace,
  file: EditorFile,
  { kind, place, name }: Lens,
): CountedLens {
  switch (kind) {
    case "includers": {
      const places = templateUses(workspace, file, name);
      const files = new Set(places.map((span) => span.file)).size;
      return { title: `included by ${counted(files, "template")}`, places };
    }
    case "profiles": {
      const places = objectTemplatesUsing(workspace, file.path).flatMap((path) =>
        nameIn(workspace, path),
      );
      return { title: `part of ${counted(places.length, "profile")}`, places };
    }
    case "references": {
      const places = referencesOf(workspace, file, place);
      return { title: counted(places.length, "reference"), places };
    }
    case "writers": {
      const places = otherWrites(workspace, file, name);
      const files = new Set(places.map((span) => span.file)).size;
      return { title: `also set by ${counted(files, "template")}`, places };
    }
  }
}

function templateUses(workspace: Workspace, file: EditorFile, name: string): readonly Span[] {
  const others = workspace.index.having("template", name).filter(({ path }) => path !== file.path);
  return others.flatMap(({ path, occurrences }) =>
    occurrences.filter(isNamed("template", name, "read")).map((one) => spanIn(path, one)),
  );
}

function nameIn({ index }: Workspace, path: string): readonly Span[] {
  const name = index
    .get(path)
    ?.occurrences.find(({ kind, role }) => kind === "template" && role === "declaration");
  return name === undefined ? [] : [spanIn(path, name)];
}

function referencesOf(workspace: Workspace, file: EditorFile, place: Located): readonly Span[] {
  const found = file.occurrences.find(
    ({ start, end }) => start === place.start && end === place.end,
  );
  if (found === undefined) return [];
  return referencesTo(workspace, found, file.path, false).map(({ span }) => span);
}

function otherWrites(workspace: Workspace, file: EditorFile, name: string): readonly Span[] {
  const related = reachOf(workspace, file.path);
  return [...summaries(workspace)]
    .filter(({ file: { path } }) => path !== file.path && related.has(path))
    .filter(({ paths }) => paths.has(name))
    .flatMap(({ file: { path, occurrences } }) =>
      occurrences
        .filter((one) => isWrite(one) && one.name === name)
        .map((one) => spanIn(path, one)),
    );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
