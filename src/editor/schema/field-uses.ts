/**
 * Where a field of a record stands: its declaration, the paths that lead through it, and keys in DML of what has its
 * type. Each is proved by types; what may be the field and cannot be proved is told as a doubt.
 */

import { nodesIn } from "../../pan/syntax/nodes.ts";
import type { Term } from "../../pan/tree/term.ts";
import { isAround, type Located, type Span, spanIn } from "../../text/span.ts";
import type { EditorFile } from "../files/editor-file.ts";
import { occurrenceAt } from "../files/editor-file.ts";
import type { Occurrence } from "../files/occurrence.ts";
import type { IndexedFile } from "../workspace/symbol-index.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { type KeyUse, keyUsesIn } from "./key-uses.ts";
import { type PathStep, stepsOf } from "./path-steps.ts";
import { fieldsOf, type TypePlace, typesAt } from "./type-at.ts";

/** The type of a field, where the record declares it. */
export interface Field extends TypePlace {
  readonly field: NonNullable<TypePlace["field"]>;
}

export interface FieldUse {
  readonly span: Span;
  readonly role: Occurrence["role"];
}

/** A place that may be the field, and why nobody knows. */
export interface Doubt {
  readonly span: Span;
  readonly why: string;
}

export interface FieldPlace {
  /** Several if bindings of different profiles say different things. */
  readonly fields: readonly Field[];
  /** The key as it stands there. */
  readonly span: Span;
}

/** The field that a place stands for: a declaration, a step of a path, or a key in DML. */
export function fieldAt(
  workspace: Workspace,
  file: EditorFile,
  offset: number,
): FieldPlace | undefined {
  const found = occurrenceAt(file, offset);
  if (found?.kind === "field") {
    const field = declaredAt(workspace, file, found);
    return field && { fields: [field], span: spanIn(file.path, found) };
  }
  if (found?.kind === "path") {
    const step = stepsOf(workspace, file, found).find((one) => isAround(one, offset));
    if (step === undefined) return undefined;
    return placeOf(file, step, fieldsAt(workspace, step.places));
  }
  const key = keyUsesIn(workspace, file, offset).find(
    (one) => one.key !== undefined && isAround(one, offset),
  );
  return key && placeOf(file, key, fieldsOfKey(workspace, key));
}

function placeOf(
  file: EditorFile,
  place: Located,
  fields: readonly Field[],
): FieldPlace | undefined {
  return fields.length === 0 ? undefined : { fields, span: spanIn(file.path, place) };
}

/** The record whose key stands at an occurrence, by walking down from its type's statement. */
function declaredAt(workspace: Workspace, file: EditorFile, found: Occurrence): Field | undefined {
  const statement = file.template.statements[found.statement];
  if (statement?.kind !== "TypeStatement") return undefined;
  const { type, annotations, name } = statement;
  let place: TypePlace = { file: file.path, type, annotations, field: undefined, owner: name.text };
  const [, ...keys] = found.name.split(".");
  for (let rest = keys.join("."); rest !== ""; ) {
    const key = [...fieldsOf(workspace, place).keys()].find(
      (one) => rest === one || rest.startsWith(`${one}.`),
    );
    const next: TypePlace | undefined =
      key === undefined ? undefined : fieldsOf(workspace, place).get(key);
    if (key === undefined || next === undefined) return undefined;
    place = next;
    rest = rest.slice(key.length + 1);
  }
  return isField(place) ? place : undefined;
}

function isField(place: TypePlace): place is Field {
  return place.field !== undefined;
}

function isSameField(a: TypePlace, b: TypePlace): boolean {
  return a.file === b.file && a.field?.key.start === b.field?.key.start;
}

function fieldsAt(workspace: Workspace, places: readonly (readonly Term[])[]): readonly Field[] {
  return different(places.flatMap((terms) => typesAt(workspace, terms)).filter(isField));
}

function fieldsOfKey(workspace: Workspace, { key, of }: KeyUse): readonly Field[] {
  if (key === undefined || of === undefined) return [];
  const found = of.flatMap((place) => fieldsOf(workspace, place).get(key) ?? []);
  return different(found.filter(isField));
}

function different(fields: readonly Field[]): readonly Field[] {
  return fields.filter((one, i) => fields.findIndex((other) => isSameField(one, other)) === i);
}

/** All places of a field in the workspace, in the order of files and texts. */
export function usesOf(workspace: Workspace, field: Field): readonly FieldUse[] {
  const collector = new Collector(workspace, field);
  for (const file of workspace.index.all()) collector.read(file);
  return collector.uses;
}

/**
 * The same, or the first place that may be the field: behind it nothing is read.
 *
 * Takes a field of the user's: the templates that come with vmcs know nothing of it, whatever they have of its name.
 */
export function provenUsesOf(workspace: Workspace, field: Field): readonly FieldUse[] | Doubt {
  const collector = new Collector(workspace, field);
  for (const file of workspace.index.all()) {
    if (workspace.isOfLibrary(file.path)) continue;
    collector.read(file);
    const [doubt] = collector.doubts;
    if (doubt !== undefined) return doubt;
  }
  return collector.uses;
}

class Collector {
  readonly uses: FieldUse[] = [];
  readonly doubts: Doubt[] = [];
  private readonly workspace: Workspace;
  private readonly field: Field;
  private readonly key: string;

  constructor(workspace: Workspace, field: Field) {
    this.workspace = workspace;
    this.field = field;
    this.key = field.field.key.text;
  }

  read({ path, occurrences }: IndexedFile): void {
    const { workspace, key } = this;
    const text = workspace.readText(path);
    // Most files do not have the word at all, and of most others the index tells that it is something else.
    if (text?.includes(key) !== true || !mayMatter(text, key, occurrences)) return;
    const file = workspace.file(path);
    if (file === undefined) return;
    const from = this.uses.length;
    if (path === this.field.file) this.uses.push(declarationOf(text, this.field));
    for (const { step, role } of stepsNamed(workspace, file, key)) this.step(file, step, role);
    for (const use of keyUsesIn(workspace, file)) this.keyUse(file, use);
    this.doubts.push(...textsWith(file, key));
    const own = this.uses.splice(from).sort((a, b) => a.span.start - b.span.start);
    this.uses.push(...own);
  }

  private step(file: EditorFile, step: PathStep, role: FieldUse["role"]): void {
    const span = spanIn(file.path, step);
    if (step.places.length === 0 && file.template.templateKind === "structure") {
      this.doubts.push({ span, why: "nobody knows where the structure template is put" });
    } else this.judge(span, role, fieldsAt(this.workspace, step.places));
  }

  private keyUse(file: EditorFile, use: KeyUse): void {
    const { workspace, field, key } = this;
    const span = spanIn(file.path, use);
    if (use.key === undefined) {
      if (mayHave(workspace, use, field)) this.doubts.push({ span, why: "the key is computed" });
    } else if (use.key === key && use.of === undefined) {
      this.doubts.push({ span, why: "the type of the value is not known" });
    } else if (use.key === key) this.judge(span, "read", fieldsOfKey(workspace, use));
  }

  private judge(span: Span, role: FieldUse["role"], fields: readonly Field[]): void {
    if (!fields.some((one) => isSameField(one, this.field))) return;
    if (fields.length === 1) this.uses.push({ span, role });
    else {
      const why = `by other bindings it is another field with the name ${this.key}`;
      this.doubts.push({ span, why });
    }
  }
}

function declarationOf(text: string, { file, field }: Field): FieldUse {
  const { start, end } = field.key;
  const isQuoted = text[start] === "'" || text[start] === '"';
  const place = isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
  return { span: spanIn(file, place), role: "declaration" };
}

/** Whether the word is a key in quotes, or a step of a path, or may be either; without the syntax tree. */
function mayMatter(text: string, key: string, occurrences: readonly Occurrence[]): boolean {
  if (text.includes(`'${key}'`) || text.includes(`"${key}"`)) return true;
  const isStep = occurrences.some(
    ({ kind, name }) => kind === "path" && `/${name}/`.includes(`/${key}/`),
  );
  if (isStep) return true;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    if (text[at - 1] !== "/" && text[at + key.length] !== "/") continue;
    const start = at;
    if (!occurrences.some((one) => one.start <= start && start < one.end)) return true;
  }
  return false;
}

/** Texts in DML that may be put together to a path with the step. */
function textsWith(file: EditorFile, key: string): readonly Doubt[] {
  const paths = new Set(
    file.occurrences.filter(({ kind }) => kind === "path").map(({ start }) => start),
  );
  const why = "it may be put together to a path";
  return file.template.statements.flatMap((statement) =>
    nodesIn(statement).flatMap((node) => {
      if (node.kind !== "StringLiteral" || paths.has(node.start + 1)) return [];
      const isPath = /^[^\s]*\/[^\s]*$/.test(node.value) && node.value.split("/").includes(key);
      return isPath ? [{ span: spanIn(file.path, node), why }] : [];
    }),
  );
}

function stepsNamed(
  workspace: Workspace,
  file: EditorFile,
  key: string,
): readonly { readonly step: PathStep; readonly role: Occurrence["role"] }[] {
  return file.occurrences
    .filter(({ kind, name }) => kind === "path" && `/${name}/`.includes(`/${key}/`))
    .flatMap((found) =>
      stepsOf(workspace, file, found)
        .filter(({ term }) => term === key)
        .map((step) => ({ step, role: found.role === "write" ? ("write" as const) : "read" })),
    );
}

/** Whether a computed key is one of a record that has the field. */
function mayHave(workspace: Workspace, { of = [] }: KeyUse, field: Field): boolean {
  return of.some((place) => {
    const own = fieldsOf(workspace, place).get(field.field.key.text);
    return own !== undefined && isSameField(own, field);
  });
}
