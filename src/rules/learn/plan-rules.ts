/**
 * From dependencies to edits of a rule repository.
 *
 * A package that the repository has gets a `valid` statement at the end of its template: of all its versions, if it
 * is not known which one was meant. A package that it does not have gets a template: with its version if that is
 * known, else a rule that holds whenever the package is there.
 */

import { invariant } from "../../base/invariant.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { defaultWidth, formatTemplate } from "../../pan/formatter/format-template.ts";
import { stringLiteral } from "../../pan/tree/literal.ts";
import type { TextEdit } from "../../text/edit.ts";
import { noSpan } from "../../text/span.ts";
import { fewOf } from "../explain/claim-text.ts";
import type { Rule } from "../language/rule.ts";
import type { PackageNumber, PackageSource } from "../repository/package-source.ts";
import type { Need } from "./need.ts";

export interface LearningInput {
  /** The repository's directory, absolute. */
  readonly directory: string;
  readonly packages: PackageSource;
  /** Rules of the repository that hold always. */
  readonly rules: readonly Rule[];
  readonly readText: (file: string) => string | undefined;
}

export interface LearnedRules {
  /** By file, absolute; a file that is not there is created. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly diagnostics: readonly Diagnostic[];
}

export function planRules(needs: readonly Need[], input: LearningInput): LearnedRules {
  const statements = new Map<string, Set<string>>();
  const heads = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const add = (file: string, statement: string): void => {
    const known = statements.get(file);
    if (known === undefined) statements.set(file, new Set([statement]));
    else known.add(statement);
  };
  for (const given of needs) {
    const need = fitting(given, input, diagnostics);
    const numbers = numbersOf(need, input.packages, diagnostics);
    for (const number of numbers) {
      const span = input.packages.spanOf(number);
      const isKnown = input.packages.rulesOf(number).some((rule) => says(rule, need));
      if (span !== undefined && !isKnown) add(span.file, `${claim(need)};`);
    }
    if (numbers.length > 0) continue;
    const { file, head, condition } = newTemplate(need, input);
    if (input.rules.some((rule) => speaksOf(rule, need.package) && claims(rule, need))) continue;
    heads.set(file, head);
    add(file, `${claim(need)}${condition};`);
  }
  const edits = [...statements].map(([file, own]) => {
    const before = input.readText(file);
    const start = before?.length ?? 0;
    const text =
      before === undefined
        ? formatted(`${heads.get(file) ?? ""}${[...own].join("\n")}\n`)
        : `${before === "" || before.endsWith("\n") ? "" : "\n"}${inLayout([...own])}`;
    return [file, [{ start, end: start, text }]] as const;
  });
  return { edits: new Map(edits), diagnostics };
}

/** Statements in the layout of `vmcs fmt`; what they are added to stays as it is. */
function inLayout(statements: readonly string[]): string {
  const head = "declaration template learned;\n\n";
  return formatted(`${head}${statements.join("\n")}\n`).slice(head.length);
}

function formatted(text: string): string {
  const options = { file: "", dialect: "vmcs", width: defaultWidth } as const;
  const { text: result } = formatTemplate(text, options);
  invariant(result !== undefined, "what is written here can be read");
  return result;
}

/** A version that the repository's scheme cannot compare is left out, and that is said. */
function fitting(need: Need, { packages }: LearningInput, diagnostics: Diagnostic[]): Need {
  const { scheme } = packages;
  const { name, version } = need;
  if (version === undefined || scheme.parse(version) !== undefined) return need;
  const args = { name, version, scheme: scheme.name };
  diagnostics.push(diagnostic("learned-version-unfit", noSpan, args));
  return { ...need, operator: undefined, version: undefined };
}

function claim({ name, operator, version }: Need): string {
  const path = `/software/packages/${name}`;
  if (operator === undefined || version === undefined) return `valid ${stringLiteral(path)}`;
  return `valid ${stringLiteral(`${path}/version`)} ${operator} ${stringLiteral(version)}`;
}

/** Those of the version that is meant; if it is not known, or not there, all of them. */
function numbersOf(
  { package: name, packageVersion: version }: Need,
  packages: PackageSource,
  diagnostics: Diagnostic[],
): readonly PackageNumber[] {
  const all = packages.named(name);
  const exact = all.filter((number) => isVersion(packages, number, version));
  if (exact.length > 0) return exact;
  if (version !== undefined && all.length > 0) {
    const versions = fewOf([...new Set(all.map((number) => packages.versionOf(number)))]);
    const args = { name, version, versions };
    diagnostics.push(diagnostic("learned-version-unknown", noSpan, args));
  }
  return all;
}

/** rpm names the release with the version. */
function isVersion(
  packages: PackageSource,
  number: PackageNumber,
  wanted: string | undefined,
): boolean {
  const version = packages.versionOf(number);
  return version === wanted || `${version}-${packages.releaseOf(number) ?? ""}` === wanted;
}

interface NewTemplate {
  readonly file: string;
  readonly head: string;
  /** What a rule in it ends with. */
  readonly condition: string;
}

/** The template for a package that the repository does not have. */
function newTemplate(
  { package: name, packageVersion }: Need,
  { directory, packages, readText }: LearningInput,
): NewTemplate {
  const isVersion =
    packageVersion !== undefined &&
    packages.scheme.parsePackage(packageVersion, undefined) !== undefined;
  if (!isVersion) {
    return {
      file: `${directory}/learned/${name}.pan`,
      head: `declaration template learned/${name};\n\n`,
      condition: ` when ${stringLiteral(`/software/packages/${name}`)}`,
    };
  }
  const isFree = readText(`${directory}/${name}.pan`) === undefined;
  const template = isFree ? name : `${name}-${packageVersion}`;
  return {
    file: `${directory}/${template}.pan`,
    head: `structure template ${template};\n\n'name' = ${stringLiteral(name)};\n'version' = ${stringLiteral(packageVersion)};\n`,
    condition: "",
  };
}

/** Whether a rule is the same requirement. */
function says(rule: Rule, need: Need): boolean {
  return rule.when === undefined && claims(rule, need);
}

function claims({ kind, claim: made }: Rule, { name, operator, version }: Need): boolean {
  if (kind !== "valid" || made.kind !== "test") return false;
  const { subject, operand } = made;
  if (subject.kind !== "package" || subject.name !== name) return false;
  // Whatever asks for some version asks for the package too.
  if (operator === undefined) return subject.field === undefined || subject.field === "version";
  return made.operator === operator && operand.kind === "value" && operand.value === version;
}

function speaksOf({ when }: Rule, name: string): boolean {
  return when?.kind === "test" && when.subject.kind === "package" && when.subject.name === name;
}
