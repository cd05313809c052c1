/** A project file, read and checked. What checks it is large: this file is loaded only where there is a project file. */

import { Ajv, type ValidateFunction } from "ajv";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { directoryOf } from "../../host/path.ts";
import { closestName } from "../../text/did-you-mean.ts";
import { type Span, spanIn } from "../../text/span.ts";
import type { Project, ProjectSettings } from "./find-project.ts";
import { JsonFault, type JsonSource, parseJsonSource, pointerTo } from "./json-source.ts";
import {
  backendNames,
  formatNames,
  itemForms,
  lintSeverities,
  projectSchema,
  type SettingName,
  settingForms,
} from "./project-schema.ts";

export interface ProjectResult {
  /** Undefined if there are errors. */
  readonly project: Project | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

type ProjectHost = Pick<Host, "readText">;

export function readProject(host: ProjectHost, file: string): ProjectResult {
  const text = host.readText(file);
  if (text === undefined) {
    const problem = "permission denied, or it changed meanwhile";
    const span = { file, start: 0, end: 0 };
    return failed([diagnostic("project-unreadable", span, { problem })]);
  }
  const source = parseJsonSource(text);
  if (source instanceof JsonFault) {
    const problem = source.message;
    return failed([diagnostic("project-not-json", spanIn(file, source.place), { problem })]);
  }
  const diagnostics = check(file, source);
  if (diagnostics.length > 0) return failed(diagnostics);
  const directory = directoryOf(file);
  // The schema has said that these are the settings.
  const settings = source.value as ProjectSettings;
  const spanOf: Project["spanOf"] = (name, index) => {
    const setting = pointerTo("", name);
    const pointer = index === undefined ? setting : pointerTo(setting, index);
    return spanIn(file, source.placeOf(pointer));
  };
  return { project: { file, directory, settings, spanOf }, diagnostics: [] };
}

/** Settings of another origin than a project file; those that are unknown or wrong are left out. */
export function checkedSettings(said: Readonly<Record<string, unknown>>): ProjectSettings {
  const ajv = new Ajv(withoutMetaSchema);
  const known: Readonly<Record<string, object>> = projectSchema.properties;
  return Object.fromEntries(
    Object.entries(said).filter(([name, value]) => {
      const schema = Object.hasOwn(known, name) ? known[name] : undefined;
      return schema !== undefined && ajv.validate(schema, value);
    }),
  );
}

/** That the schema itself is one is for a test to say: to see it at run time takes longer than all else here. */
const withoutMetaSchema = { validateSchema: false, meta: false };

let validator: ValidateFunction | undefined;

function projectValidator(): ValidateFunction {
  validator ??= new Ajv({ ...withoutMetaSchema, allErrors: true }).compile(projectSchema);
  return validator;
}

function failed(diagnostics: readonly Diagnostic[]): ProjectResult {
  return { project: undefined, diagnostics };
}

function check(file: string, source: JsonSource): readonly Diagnostic[] {
  const validate = projectValidator();
  if (validate(source.value)) return [];
  const seen = new Set<string>();
  return (validate.errors ?? []).flatMap(({ keyword, instancePath, params }) => {
    const key =
      keyword === "additionalProperties" ? String(params["additionalProperty"]) : undefined;
    const pointer = key === undefined ? placeOfError(instancePath, params) : pointerTo("", key);
    // One value can break its schema in several ways.
    if (seen.has(pointer)) return [];
    seen.add(pointer);
    if (key !== undefined) return [unknownKey(key, spanIn(file, source.keyPlaceOf(pointer)))];
    return [wrongValue(pointer, source.value, spanIn(file, source.placeOf(pointer)))];
  });
}

/** Of two equal items the second one is wrong. */
function placeOfError(instancePath: string, params: Readonly<Record<string, unknown>>): string {
  const { i, j } = params;
  return typeof i === "number" && typeof j === "number"
    ? pointerTo(instancePath, Math.max(i, j))
    : instancePath;
}

function unknownKey(key: string, span: Span): Diagnostic {
  const known = Object.keys(projectSchema.properties);
  const guess = closestName(key, known);
  const help = guess === undefined ? undefined : `Did you mean '${guess}'?`;
  return diagnostic("project-key-unknown", span, { key, known: known.join(", ") }, { help });
}

function wrongValue(pointer: string, root: unknown, span: Span): Diagnostic {
  const [, name = "", index] = pointer.split("/");
  const form = name in settingForms ? settingForms[name as SettingName] : undefined;
  if (form === undefined) {
    return diagnostic("project-value-wrong", span, { what: "A project file", form: "an object" });
  }
  const item = index === undefined ? undefined : itemAt(root, name, index);
  const known = choices[name as SettingName] ?? [];
  const guess = typeof item === "string" ? closestName(item, known) : undefined;
  const help = guess === undefined ? undefined : `Did you mean '${guess}'?`;
  const args =
    index === undefined
      ? { what: `'${name}'`, form }
      : { what: `An item of '${name}'`, form: itemForms[name as SettingName] ?? form };
  return diagnostic("project-value-wrong", span, args, { help });
}

/** What an item may be, where there are few choices. */
const choices: Readonly<Partial<Record<SettingName, readonly string[]>>> = {
  backends: backendNames,
  formats: formatNames,
  lint: lintSeverities,
};

/** An item of a list, or of an object; `index` is a part of a JSON pointer. */
function itemAt(root: unknown, name: string, index: string): unknown {
  const items = (root as Readonly<Record<string, unknown>>)[name];
  return typeof items === "object" && items !== null
    ? (items as Readonly<Record<string, unknown>>)[index]
    : undefined;
}
