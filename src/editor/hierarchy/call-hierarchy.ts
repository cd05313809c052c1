/** Who uses whom: templates that include each other, and functions that call each other. */

import { isAround, type Located } from "../../text/span.ts";
import { occurrenceAt, type Place } from "../files/editor-file.ts";
import { isNamed, type Occurrence } from "../files/occurrence.ts";
import { type IndexedFile, kindOfTemplate } from "../workspace/symbol-index.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** What can use and be used. */
export interface Callable {
  readonly kind: "template" | "function";
  readonly name: string;
}

export interface HierarchyItem extends Callable {
  readonly file: string;
  /** A few words, such as the kind of template. */
  readonly detail: string;
  readonly whole: Located;
  readonly nameAt: Located;
}

export interface Call {
  readonly item: HierarchyItem;
  /** Where the calls stand, in the file of the caller. */
  readonly places: readonly Located[];
  readonly callerFile: string;
}

/** What stands at a place; the function or template around it if nothing does that can be called. */
export function prepareCallsAt(
  workspace: Workspace,
  { file, offset }: Place,
): readonly HierarchyItem[] {
  const found = occurrenceAt(file, offset);
  if (found?.kind === "template" || found?.kind === "function") {
    return itemsOf(workspace, { kind: found.kind, name: found.name }, file.path);
  }
  const { statements, name } = file.template;
  const around = statements.find((one) => isAround(one, offset));
  if (around?.kind === "FunctionStatement") {
    return itemsOf(workspace, { kind: "function", name: around.name.text }, file.path);
  }
  return name.text === ""
    ? []
    : itemsOf(workspace, { kind: "template", name: name.text }, file.path);
}

/** One for each declaration; the template first that is found first. */
function itemsOf(
  workspace: Workspace,
  { kind, name }: Callable,
  from: string,
): readonly HierarchyItem[] {
  const files =
    kind === "template" ? workspace.templatesNamed(name, from) : workspace.index.having(kind, name);
  return files.flatMap((file) => {
    const at = file.occurrences.find(isNamed(kind, name, "declaration"));
    return at === undefined ? [] : [itemAt(workspace, file, at)];
  });
}

function itemAt(workspace: Workspace, file: IndexedFile, at: Occurrence): HierarchyItem {
  const { kind, name } = at;
  if (kind === "function") {
    const statement = workspace.file(file.path)?.template.statements[at.statement];
    const whole = statement ?? at;
    return { kind, name, file: file.path, detail: file.name, whole, nameAt: at };
  }
  const detail = kindOfTemplate(file);
  const end = workspace.readText(file.path)?.length ?? at.end;
  return { kind: "template", name, file: file.path, detail, whole: { start: 0, end }, nameAt: at };
}

export function incomingCalls(workspace: Workspace, wanted: Callable): readonly Call[] {
  return workspace.index.having(wanted.kind, wanted.name).flatMap((file) => {
    const uses = file.occurrences.filter(isNamed(wanted.kind, wanted.name, "read"));
    return [...byCaller(file, uses)].map(([, { caller, places }]) => ({
      item: itemAt(workspace, file, caller),
      places,
      callerFile: file.path,
    }));
  });
}

/** Of one template or function of a file; `file` is where the item is. */
export function outgoingCalls(
  workspace: Workspace,
  wanted: Callable & { readonly file: string },
): readonly Call[] {
  const file = workspace.index.get(wanted.file);
  if (file === undefined) return [];
  const groups = new Map<string, { readonly called: Callable; readonly places: Occurrence[] }>();
  for (const one of file.occurrences.filter(isUse)) {
    const caller = callerIn(file, one);
    if (caller?.kind !== wanted.kind || caller.name !== wanted.name) continue;
    const key = `${one.kind} ${one.name}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { called: one, places: [one] });
    else known.places.push(one);
  }
  return [...groups.values()].flatMap(({ called, places }) => {
    const [item] = itemsOf(workspace, called, file.path);
    // Built-in functions and templates that are not there lead nowhere.
    return item === undefined ? [] : [{ item, places, callerFile: file.path }];
  });
}

interface CallerGroup {
  readonly caller: Occurrence;
  readonly places: Occurrence[];
}

function byCaller(
  file: IndexedFile,
  uses: readonly Occurrence[],
): ReadonlyMap<string, CallerGroup> {
  const groups = new Map<string, CallerGroup>();
  for (const use of uses) {
    const caller = callerIn(file, use);
    if (caller === undefined) continue;
    const key = `${caller.kind} ${caller.name}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { caller, places: [use] });
    else known.places.push(use);
  }
  return groups;
}

/** The function whose statement holds an occurrence, else the template. */
function callerIn({ occurrences }: IndexedFile, { statement }: Occurrence): Occurrence | undefined {
  const declares = (one: Occurrence, kind: Callable["kind"], at: number): boolean =>
    one.kind === kind && one.role === "declaration" && one.statement === at;
  return (
    occurrences.find((one) => declares(one, "function", statement)) ??
    occurrences.find((one) => declares(one, "template", -1))
  );
}

function isUse(one: Occurrence): one is Occurrence & Callable {
  return one.role === "read" && (one.kind === "template" || one.kind === "function");
}
