/**
 * What is wrong with a file: with its text at once, and with the profiles that it takes part in, which takes longer.
 */

import { dedupeDiagnostics, sortDiagnostics } from "../../diagnostics/arrange.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { noIncludePath } from "../../pan/linter/file-set.ts";
import { lint } from "../../pan/linter/lint.ts";
import type { RuleSet } from "../../pipeline/rules/rule-set.ts";
import type { Located } from "../../text/span.ts";
import type { EditorFile } from "../files/editor-file.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { diagnoseMachine } from "./machine.ts";
import type { AnalysedProfile } from "./profiles.ts";

/** What the compiler says of a template in a file of another name, of which the parser knows nothing. */
export const misplaced = "template-name-not-file";
/** The linter warns of the same where nobody compiles the template. */
export const misplacedByLinter = "VP024";

/** Syntax errors, and what the linter finds in the file alone. */
export function diagnoseText(workspace: Workspace, file: EditorFile): readonly Diagnostic[] {
  const { path, text, dialect, problems } = file;
  if (workspace.isOfLibrary(path)) return problems;
  const { lint: settings } = workspace.settingsOf(path);
  const findings = lint([{ path, text }], {
    dialect,
    settings,
    complete: false,
    placeholders: false,
    ignoredComponents: new Set(),
    finder: noIncludePath,
  });
  // The parser of the editor goes on inside a broken statement, and says more of it. What is half written has no layout.
  const broken = problems.filter(({ severity }) => severity === "error");
  const ofLinter = findings.filter(
    ({ category, code, span }) =>
      category === "lint" &&
      !(layout.has(code) && broken.some((problem) => isOnOneLine(text, problem.span, span))),
  );
  return sortDiagnostics([...problems, ...ofLinter]);
}

/** What is said of white space. */
const layout: ReadonlySet<string> = new Set([
  ...["LC001", "LP001", "LP002", "LP003", "LP006", "LP007", "LP008", "LP009"],
]);

function isOnOneLine(text: string, a: Located, b: Located): boolean {
  const [start, end] = a.start <= b.start ? [a.start, b.start] : [b.start, a.start];
  return !text.slice(start, end).includes("\n");
}

/** What the compiler, the model and the backends say of a profile, by file; files without anything are left out. */
export function diagnoseProfile(
  workspace: Workspace,
  profile: AnalysedProfile,
  rules: RuleSet | undefined,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = [
    ...profile.diagnostics.filter(
      ({ category, code }) => category !== "syntax" || code === misplaced,
    ),
    ...diagnoseMachine(workspace, profile, rules),
  ];
  return byFile(workspace, found, profile.file);
}

/** The diagnostics of a file from its text and from profiles; each is told once. */
export function combined(
  ofText: readonly Diagnostic[],
  ofProfiles: readonly (readonly Diagnostic[])[],
): readonly Diagnostic[] {
  const profiles = ofProfiles.flat();
  const isSaid = profiles.some(({ code }) => code === misplaced);
  const text = isSaid ? ofText.filter(({ code }) => code !== misplacedByLinter) : ofText;
  return dedupeDiagnostics(sortDiagnostics([...text, ...profiles]));
}

/** What has no place, or one where nobody is writing, is told of the profile. */
function byFile(
  workspace: Workspace,
  diagnostics: readonly Diagnostic[],
  profile: string,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>();
  for (const given of diagnostics) {
    const found = isOfWorkspace(workspace, given.span.file)
      ? given
      : movedTo(workspace, given, profile);
    const known = files.get(found.span.file);
    if (known === undefined) files.set(found.span.file, [found]);
    else known.push(found);
  }
  return files;
}

function isOfWorkspace({ index }: Workspace, file: string): boolean {
  return index.get(file) !== undefined;
}

/** The place that it had stays as a related one. */
function movedTo(workspace: Workspace, found: Diagnostic, profile: string): Diagnostic {
  const { start = 0, end = 0 } = workspace.file(profile)?.template.name ?? {};
  const before = found.span;
  const isNowhere = before.file === "" || (before.file === profile && before.end === 0);
  const related = isNowhere ? [] : [{ span: before, message: "it is here" }];
  return { ...found, span: { file: profile, start, end }, related: [...related, ...found.related] };
}
