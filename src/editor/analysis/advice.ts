/**
 * What rules advise for a profile, as edits of its object template: changes after which no rule is broken, packages
 * that rules bring with them, and the best values for what is left open.
 *
 * Other templates of the profile may be shared by other machines, so that they are left as they are.
 */

import { repositoriesFor } from "../../pipeline/rules/repositories-for.ts";
import { resolveProfile } from "../../pipeline/rules/resolve-profile.ts";
import type { RuleSet } from "../../pipeline/rules/rule-set.ts";
import { suggestionsIn } from "../../pipeline/rules/suggest-values.ts";
import { planEdits } from "../../rules/edit/plan-edits.ts";
import { type PathChange, sourceChanges } from "../../rules/edit/source-change.ts";
import { packageStatement } from "../../rules/edit/statements.ts";
import { packageTitle, valueTitle } from "../../rules/explain/resolution-report.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { compiledProfile } from "./machine.ts";
import type { AnalysedProfile } from "./profiles.ts";

export interface Advice {
  readonly title: string;
  /** The path that it is about; undefined if it is about several. */
  readonly path: string | undefined;
  /** Of the object template's file. */
  readonly edits: readonly TextEdit[];
}

/** What must change so that no rule is broken; of several changes there is one more that makes all of them. */
export function mendings(
  workspace: Workspace,
  profile: AnalysedProfile,
  rules: RuleSet,
): readonly Advice[] {
  const compiled = compiledProfile(profile);
  if (compiled === undefined || !rules.isSound) return [];
  const repositories = repositoriesFor(compiled, rules);
  const { result } = resolveProfile(compiled, repositories, { mode: "rectify" });
  if (result === undefined) return [];
  const changes = sourceChanges(result.input, result.resolved);
  const single = changes.map(({ title, changes: paths }) => ({
    title: `Change what rules exclude: ${title}`,
    path: paths[0]?.path,
    edits: editsFor(workspace, profile, paths),
  }));
  if (single.length < 2) return single;
  const all = changes.flatMap(({ changes: paths }) => paths);
  const title = `Change all that rules exclude (${changes.length} changes)`;
  return [{ title, path: undefined, edits: editsFor(workspace, profile, all) }, ...single];
}

/** Packages that rules bring, and values for what is left open. */
export function suggestions(
  workspace: Workspace,
  profile: AnalysedProfile,
  rules: RuleSet,
): readonly Advice[] {
  const compiled = compiledProfile(profile);
  if (compiled === undefined || !rules.isSound) return [];
  const { result } = resolveProfile(compiled, repositoriesFor(compiled, rules));
  if (result === undefined) return [];
  const { values, packages } = suggestionsIn(result, () => true);
  const added = packages
    .filter(({ isAdded }) => isAdded)
    .map((item) => ({
      title: `Add the package that rules need: ${packageTitle(item)}`,
      path: `/software/packages/${item.name}`,
      edits: appended(workspace, profile, [
        packageStatement({ ...item, path: `/software/packages/${item.name}` }),
      ]),
    }));
  const set = values.map((item) => ({
    title: `Apply the suggestion ${valueTitle(item)}`,
    path: item.path,
    edits: editsFor(workspace, profile, [item]),
  }));
  return [...added, ...set];
}

function editsFor(
  workspace: Workspace,
  { file, provenance }: AnalysedProfile,
  changes: readonly PathChange[],
): readonly TextEdit[] {
  const planned = planEdits(changes, {
    file,
    texts: new Map([[file, workspace.readText(file) ?? ""]]),
    writtenAt: (terms) => provenance?.origin(terms)?.span,
  });
  return planned.get(file) ?? [];
}

function appended(
  workspace: Workspace,
  { file }: AnalysedProfile,
  statements: readonly string[],
): readonly TextEdit[] {
  const text = workspace.readText(file) ?? "";
  const lineEnd = text === "" || text.endsWith("\n") ? "" : "\n";
  const end = text.length;
  return [{ start: end, end, text: lineEnd + statements.map((one) => `${one}\n`).join("") }];
}
