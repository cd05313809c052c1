/**
 * A package as a structure template describes it, and what in such a template is no description.
 *
 * A template that makes a name and a version is a package; one that makes only fields of a package was meant as one.
 */

import { lookUp } from "../../base/lookup.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { TemplateData } from "../../pan/compiler/evaluate-structures.ts";
import type { Dict } from "../../pan/tree/dict.ts";
import { List } from "../../pan/tree/list.ts";
import { isProperty, typeName, type Value } from "../../pan/tree/value.ts";
import { didYouMean } from "../../text/did-you-mean.ts";
import type { Span } from "../../text/span.ts";
import { schemes } from "../versions/schemes.ts";
import type { VersionScheme } from "../versions/version.ts";
import type { ListedPackage } from "./listed-packages.ts";

export type ReadPackage = Omit<ListedPackage, "rules">;

/** Undefined if the template is no package, or one that cannot be used. */
export function readPackage(
  { template, made, spanOf }: TemplateData,
  scheme: VersionScheme,
  diagnostics: Diagnostic[],
): ReadPackage | undefined {
  if (made === undefined || !isMeantAsPackage(made)) return undefined;
  const place = (field: string): Span => spanOf(field) ?? template.nameSpan;
  const found = fieldProblems(made, place);
  diagnostics.push(...found, ...incomplete(made, template.nameSpan));
  const name = textAt(made, "name");
  const version = textAt(made, "version");
  if (name === undefined || version === undefined) return undefined;
  const release = textAt(made, "release");
  if (scheme.parsePackage(version, release) === undefined) {
    const text = release === undefined ? version : `${version}, release ${release}`;
    const args = { name, version: text, scheme: scheme.name, form: scheme.packageForm };
    const help = otherScheme(scheme, version, release);
    diagnostics.push(diagnostic("version-malformed", place("version"), args, { help }));
    return undefined;
  }
  const size = made.get("size");
  return {
    name,
    version,
    release,
    provides: texts(made.get("provides")),
    size: typeof size === "bigint" ? Number(size) : undefined,
    span: template.nameSpan,
  };
}

/** The scheme that can read it, for repositories that have declared none or the wrong one. */
function otherScheme(
  scheme: VersionScheme,
  version: string,
  release: string | undefined,
): string | undefined {
  const other = [schemes.semver, schemes.dpkg, schemes.rpm].find(
    (candidate) => candidate !== scheme && candidate.parsePackage(version, release) !== undefined,
  );
  return other === undefined
    ? undefined
    : `A version there is ${scheme.packageForm}. repository.json can declare the scheme ${other.name}, which reads it.`;
}

interface Field {
  readonly wanted: string;
  readonly isGood: (value: Value) => boolean;
}

const string: Field = { wanted: "a string", isGood: (value) => typeof value === "string" };

/** What says something of a package. */
const fields: Readonly<Record<string, Field>> = {
  name: {
    wanted: "a name without spaces and slashes",
    isGood: (value) => typeof value === "string" && /^[^\s/]+$/.test(value),
  },
  version: string,
  release: string,
  provides: {
    wanted: "a list of strings",
    isGood: (value) => value instanceof List && texts(value).length === value.size,
  },
  size: { wanted: "a long, in MiB", isGood: (value) => typeof value === "bigint" },
};

/** What other packagers call what is a rule here. */
const relations: Readonly<Record<string, string>> = {
  breaks: "conflict",
  conflicts: "conflict",
  depends: "valid",
  dependencies: "valid",
  enhances: "suggest",
  needs: "valid",
  recommends: "suggest",
  requires: "valid",
  suggests: "suggest",
};

/** A name and a version, in whatever form, or nothing but fields of a package. A prototype leaves them `undef`. */
function isMeantAsPackage(made: Dict): boolean {
  const keys = made.keys();
  if (keys.includes("name") && keys.includes("version")) return true;
  const isOne = keys.includes("name") || keys.includes("version");
  return isOne && keys.every((key) => key === "imported" || isFieldOfPackage(key));
}

function isFieldOfPackage(key: string): boolean {
  return Object.hasOwn(fields, key) || Object.hasOwn(relations, key);
}

function fieldProblems(made: Dict, place: (field: string) => Span): readonly Diagnostic[] {
  return made.keys().flatMap((key): readonly Diagnostic[] => {
    const value = made.get(key);
    if (value === undefined || isUndef(value)) return [];
    const field = lookUp(fields, key);
    if (field === undefined) return unknownField(key, place(key));
    if (field.isGood(value)) return [];
    const args = { field: key, wanted: field.wanted, given: shown(value) };
    const help = howToWrite(key, value);
    return [diagnostic("package-field-malformed", place(key), args, { help })];
  });
}

/** Other fields are the site's own; those that say what rules say are a mistake. */
function unknownField(field: string, span: Span): readonly Diagnostic[] {
  const rule =
    lookUp(relations, field.toLowerCase()) ?? lookUp(relations, `${field.toLowerCase()}s`);
  if (rule !== undefined) {
    const help = `Write a rule: ${rule} '/software/packages/NAME';`;
    return [diagnostic("package-field-unknown", span, { field }, { help })];
  }
  const help = didYouMean(field, Object.keys(fields));
  return help === undefined ? [] : [diagnostic("package-field-unknown", span, { field }, { help })];
}

function incomplete(made: Dict, span: Span): readonly Diagnostic[] {
  const keys = made.keys();
  return ["name", "version"]
    .filter((field) => !keys.includes(field))
    .map((missing) => diagnostic("package-incomplete", span, { missing }));
}

function howToWrite(field: string, value: Value): string | undefined {
  if (field === "provides" && typeof value === "string") {
    return `Write it as a list: 'provides' = list('${value}');`;
  }
  if (field === "size" && typeof value === "string" && /^\d+$/.test(value)) {
    return `Write it without quotes: 'size' = ${value};`;
  }
  const isNumber = typeof value === "bigint" || typeof value === "number";
  return isNumber && field !== "provides" && field !== "size"
    ? "Write it in quotes, with all its digits."
    : undefined;
}

function shown(value: Value): string {
  if (typeof value === "string") return `'${value}'`;
  if (typeof value === "number" && Number.isInteger(value)) return value.toFixed(1);
  return isProperty(value)
    ? String(value)
    : typeName(value)
        .replace("nlist", "a dict")
        .replace(/^list$/, "another list");
}

function isUndef(value: Value): boolean {
  return typeof value === "object" && "kind" in value;
}

function textAt(dict: Dict, key: string): string | undefined {
  const value = dict.get(key);
  return typeof value === "string" ? value : undefined;
}

function texts(value: unknown): readonly string[] {
  if (!(value instanceof List)) return [];
  return value.toArray().filter((item): item is string => typeof item === "string");
}
