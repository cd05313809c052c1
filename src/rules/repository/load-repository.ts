/**
 * A rule repository: a directory of templates with packages as data, and rules.
 *
 * A structure template that makes a `name` and a `version` is a package. Its rules come with the package; those of
 * declaration templates hold always. A file `repository.json` at the top can say in which scheme versions are.
 */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ActiveRule } from "../../pan/compiler/active-rules.ts";
import { evaluateStructures, type TemplateData } from "../../pan/compiler/evaluate-structures.ts";
import type { CompileOptions } from "../../pan/compiler/options.ts";
import type { SourceHost } from "../../pan/compiler/source-host.ts";
import type { TemplateCache } from "../../pan/compiler/template-store.ts";
import type { Term } from "../../pan/tree/term.ts";
import { lowerRule } from "../language/lower-rule.ts";
import type { Rule } from "../language/rule.ts";
import { type ListedPackage, listedPackages } from "./listed-packages.ts";
import type { PackageSource } from "./package-source.ts";
import { readPackage } from "./read-package.ts";
import { readScheme } from "./read-scheme.ts";
import { validationsAsRules } from "./validations-as-rules.ts";

export interface RepositoryInput {
  readonly host: SourceHost;
  /** Absolute path of the directory. */
  readonly directory: string;
  /** Where its templates find others, beside the directory itself. */
  readonly options: CompileOptions;
  /** Templates of earlier compilations with the same options; takes those of this one. */
  readonly cache?: TemplateCache | undefined;
}

export interface Repository {
  readonly packages: PackageSource;
  /** How many templates it has, whatever is in them. */
  readonly templateCount: number;
  /** Rules that hold always. */
  readonly rules: readonly Rule[];
  /** Directories on which its templates are found by their names. */
  readonly includePath: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Text of a template that was read, for showing diagnostics. */
  readonly text: (path: string) => string | undefined;
}

export function loadRepository({ host, directory, options, cache }: RepositoryInput): Repository {
  const diagnostics: Diagnostic[] = [];
  const files = templatesBelow(host, directory);
  const scheme = readScheme(host, directory, diagnostics);
  const includePath = loadPath(host, directory, files);
  const all = { ...options, includePath: [...includePath, ...options.includePath] };
  const { templates, diagnostics: found, text } = evaluateStructures(host, files, all, cache);
  diagnostics.push(...found);
  const packages: ListedPackage[] = [];
  const rules: Rule[] = [];
  for (const data of templates) {
    diagnostics.push(...validationsAsRules(data.template.file, text));
    const read = readPackage(data, scheme, diagnostics);
    if (read !== undefined) {
      const at = ["software", "packages", read.name];
      packages.push({ ...read, rules: rulesOf(data, at, diagnostics) });
    } else if (data.template.kind !== "structure") {
      rules.push(...rulesOf(data, undefined, diagnostics));
    }
  }
  const name = directory.slice(directory.lastIndexOf("/") + 1);
  diagnostics.push(...duplicates(packages));
  return {
    packages: listedPackages(name, scheme, packages),
    templateCount: files.length,
    rules,
    includePath,
    diagnostics,
    text,
  };
}

/** Two templates of one version would say two things of it. */
function duplicates(packages: readonly ListedPackage[]): readonly Diagnostic[] {
  const known = new Map<string, ListedPackage>();
  return packages.flatMap((item) => {
    const { name, version, release, span } = item;
    const text = release === undefined ? version : `${version}-${release}`;
    const key = `${name} ${text}`;
    const first = known.get(key);
    if (first === undefined) {
      known.set(key, item);
      return [];
    }
    const related = [{ span: first.span, message: "described here as well" }];
    return [diagnostic("package-duplicate", span, { name, version: text }, { related })];
  });
}

/** The rules of active statements, each counted within its template. */
export function lowerRules(active: readonly ActiveRule[]): {
  readonly rules: readonly Rule[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const counts = new Map<string, number>();
  const lowered = active.map((one) => {
    const place = `${one.template} ${one.at?.join("/") ?? ""}`;
    const ordinal = (counts.get(place) ?? 0) + 1;
    counts.set(place, ordinal);
    return lowerRule(one, ordinal);
  });
  return {
    rules: lowered.flatMap(({ rule }) => (rule === undefined ? [] : [rule])),
    diagnostics: lowered.flatMap(({ diagnostics }) => diagnostics),
  };
}

function templatesBelow(host: SourceHost, directory: string): readonly string[] {
  return host.list(directory).flatMap((name): readonly string[] => {
    const path = `${directory}/${name}`;
    if (host.kind(path) === "directory") return templatesBelow(host, path);
    return name.endsWith(".pan") ? [path] : [];
  });
}

/** A template named `python` may lie in any folder; the folder is then on the load path. */
function loadPath(
  host: SourceHost,
  directory: string,
  files: readonly string[],
): readonly string[] {
  const roots = files.flatMap((file) => {
    const name = /^\s*(?:object|declaration|unique|structure)?\s*template\s+([\w./+-]+)\s*;/m.exec(
      host.readText(file) ?? "",
    )?.[1];
    const tail = name === undefined ? undefined : `/${name}.pan`;
    return tail !== undefined && file.endsWith(tail) ? [file.slice(0, -tail.length)] : [];
  });
  return [...new Set([directory, ...roots])];
}

function rulesOf(
  { template }: TemplateData,
  at: readonly Term[] | undefined,
  diagnostics: Diagnostic[],
): readonly Rule[] {
  const active = template.rules.map((statement) => ({
    statement,
    template: template.name,
    file: template.file,
    at,
  }));
  const lowered = lowerRules(active);
  diagnostics.push(...lowered.diagnostics);
  return lowered.rules;
}
