/** Paths with a type: what they are, who sets them, which rules speak of them, what they become. */

import type { Term } from "../../pan/tree/term.ts";
import type { Described } from "./declarations.ts";
import { machineFacts, machineType, type PathFacts } from "./destinations.ts";
import { type DocSource, placeOf } from "./doc-source.ts";
import { documentationOf } from "./documentation.ts";
import type {
  PathDeclaration,
  PathDoc,
  PathSetter,
  RuleUse,
  TemplateDoc,
  TemplateId,
} from "./library.ts";
import { listIn } from "./multimap.ts";
import type { NameIndex } from "./name-index.ts";
import { declaredNodes, nodeAt, type PathNode, stepsOf } from "./path-tree.ts";
import { termsOf } from "./structures.ts";
import { shownValue } from "./write-docs.ts";
import { type Written, writesOf } from "./writes.ts";

export interface PathInput {
  readonly root: PathNode;
  readonly described: ReadonlyMap<TemplateId, Described>;
  readonly index: NameIndex;
  readonly templates: readonly TemplateDoc[];
}

export function describePaths(input: PathInput): readonly PathDoc[] {
  const { root } = input;
  const setters = settersOf(input);
  const rules = rulesByPath(input);
  const isMachine = root.declarations.some(({ type }) => type[0]?.text === machineType);
  const facts: ReadonlyMap<string, PathFacts> = isMachine ? machineFacts() : new Map();
  return declaredNodes(root).map((node) => {
    const { path } = node;
    const known = facts.get(path);
    const setBy = setters.get(node) ?? [];
    return {
      path,
      declarations: node.declarations.map((one, i) =>
        completed(one, known, i === 0 ? annotationsOf(setBy) : ""),
      ),
      setBy: setBy.map(({ setter }) => setter),
      rules: rules.get(node) ?? [],
      becomes: known?.becomes ?? [],
    };
  });
}

/** The unit of the skeleton, and what assignments say where neither field nor type does. */
function completed(
  declaration: PathDeclaration,
  facts: PathFacts | undefined,
  said: string,
): PathDeclaration {
  const { documentation, meaning } = declaration;
  const isSilent = [documentation, ...meaning.map((one) => one.documentation)].every(
    ({ text }) => text === "",
  );
  return {
    ...declaration,
    unit: declaration.unit ?? facts?.unit,
    documentation: isSilent ? { ...documentation, text: said } : documentation,
  };
}

interface FoundSetter {
  readonly setter: PathSetter;
  readonly said: string;
}

function annotationsOf(setBy: readonly FoundSetter[]): string {
  return setBy.find(({ said }) => said !== "")?.said ?? "";
}

function settersOf(input: PathInput): ReadonlyMap<PathNode, readonly FoundSetter[]> {
  const { root, described, index, templates } = input;
  const found = new Map<PathNode, FoundSetter[]>();
  const writes = new Map(
    [...described].map(([id, { from }]) => [id, writesOf(from.source.template)]),
  );
  const put: Put = (one, terms, written, through) => {
    const node = nodeAt(root, terms);
    if (node === undefined || node.declarations.length === 0) return;
    const said = documentationOf(written.statement.annotations).text;
    listIn(found, node).push({ setter: setterOf(one, written, through), said });
  };
  const ctx: Placing = { root, described, writes, index, put, created: new Set() };
  for (const one of described.values()) placeAbsolute(ctx, one);
  // What no template of the library creates is for those who use it.
  for (const { id, fits } of templates) placeFitting(ctx, id, fits);
  return found;
}

function setterOf(one: Described, written: Written, through: PathSetter["through"]): PathSetter {
  return {
    template: one.from.id,
    how: written.how,
    value: shownValue(one, written.value),
    place: placeOf(one.from, written.start),
    through,
  };
}

function placeAbsolute(ctx: Placing, one: Described): void {
  for (const written of ctx.writes.get(one.from.id) ?? []) {
    const terms = written.path.startsWith("/") ? termsOf(written.path) : undefined;
    if (terms === undefined) continue;
    ctx.put(one, terms, written, undefined);
    placeStructures(ctx, one.from, terms, written, []);
  }
}

function placeFitting(ctx: Placing, id: TemplateId, fits: readonly string[]): void {
  const one = ctx.described.get(id);
  if (one === undefined) return;
  for (const path of fits) {
    const at = stepsOf(path);
    if (!ctx.created.has(placement(ctx, id, at))) placeWrites(ctx, one, at, "fits", []);
  }
}

type Put = (
  one: Described,
  terms: readonly Term[],
  written: Written,
  through: PathSetter["through"],
) => void;

interface Placing {
  readonly root: PathNode;
  readonly described: ReadonlyMap<TemplateId, Described>;
  readonly writes: ReadonlyMap<TemplateId, readonly Written[]>;
  readonly index: NameIndex;
  readonly put: Put;
  /** Structures with the places where the library creates them. */
  readonly created: Set<string>;
}

/** What the structure templates write that a statement creates at a path. */
function placeStructures(
  ctx: Placing,
  from: DocSource,
  at: readonly Term[],
  written: Written,
  inside: readonly TemplateId[],
): void {
  for (const name of written.creates) {
    const [nearest] = ctx.index.templatesNamed(name, from);
    const one = nearest === undefined ? undefined : ctx.described.get(nearest.id);
    if (one === undefined || inside.includes(one.from.id)) continue;
    const key = placement(ctx, one.from.id, at);
    // A structure is listed once for a path, however often it is put there.
    if (ctx.created.has(key)) continue;
    ctx.created.add(key);
    placeWrites(ctx, one, at, "created", inside);
  }
}

function placeWrites(
  ctx: Placing,
  one: Described,
  at: readonly Term[],
  through: PathSetter["through"],
  inside: readonly TemplateId[],
): void {
  for (const written of ctx.writes.get(one.from.id) ?? []) {
    const terms = written.path.startsWith("/") ? undefined : termsOf(written.path);
    if (terms === undefined) continue;
    const whole = [...at, ...terms];
    ctx.put(one, whole, written, through);
    placeStructures(ctx, one.from, whole, written, [...inside, one.from.id]);
  }
}

/** One disk is as good a place for a structure as another. */
function placement({ root }: Placing, id: TemplateId, at: readonly Term[]): string {
  return `${id} ${nodeAt(root, at)?.path ?? `/${at.join("/")}`}`;
}

function rulesByPath({ root, templates }: PathInput): ReadonlyMap<PathNode, readonly RuleUse[]> {
  const found = new Map<PathNode, RuleUse[]>();
  for (const { id, template, paths } of templates.flatMap(({ rules }) => rules)) {
    const nodes = paths.flatMap((path) => nodeAt(root, stepsOf(path)) ?? []);
    for (const node of new Set(nodes)) {
      if (node.declarations.length > 0) listIn(found, node).push({ template, id });
    }
  }
  return found;
}
