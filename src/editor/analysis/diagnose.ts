/**
 * What is wrong with a file: with its text at once, and with the profiles that it takes part in, which takes longer.
 */

import { dedupeDiagnostics, sortDiagnostics } from "../../diagnostics/arrange.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { noIncludePath } from "../../pan/linter/file-set.ts";
import { lint } from "../../pan/linter/lint.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { diagnoseMachine } from "./machine.ts";
import type { AnalysedProfile } from "./profiles.ts";

/** Syntax errors, and what the linter finds in the file alone. */
export function diagnoseText(workspace: Workspace, file: EditorFile): readonly Diagnostic[] {
  const { path, text, dialect, problems } = file;
  const isLibrary = workspace.settings.library.some((root) => path.startsWith(`${root}/`));
  if (isLibrary) return problems;
  const findings = lint([{ path, text }], {
    dialect,
    settings: workspace.settings.lint,
    complete: false,
    placeholders: false,
    ignoredComponents: new Set(),
    finder: noIncludePath,
  });
  // The parser of the editor goes on inside a broken statement, and says more of it.
  const ofLinter = findings.filter(({ category }) => category === "lint");
  return sortDiagnostics([...problems, ...ofLinter]);
}

/** What the compiler, the model and the backends say of a profile, by file; files without anything are left out. */
export function diagnoseProfile(
  workspace: Workspace,
  profile: AnalysedProfile,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = [
    ...profile.diagnostics.filter(({ category }) => category !== "syntax"),
    ...diagnoseMachine(workspace, profile),
  ];
  return byFile(found, profile.file);
}

/** The diagnostics of a file from its text and from profiles; each is told once. */
export function combined(
  ofText: readonly Diagnostic[],
  ofProfiles: readonly (readonly Diagnostic[])[],
): readonly Diagnostic[] {
  return dedupeDiagnostics(sortDiagnostics([...ofText, ...ofProfiles.flat()]));
}

/** What has no place is told of the profile. */
function byFile(
  diagnostics: readonly Diagnostic[],
  fallback: string,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const found of diagnostics) {
    const file = found.span.file === "" ? fallback : found.span.file;
    const known = files.get(file);
    if (known === undefined) files.set(file, [found]);
    else known.push(found);
  }
  return files;
}
