/**
 * Random text from the grammar: fills holes until none is left.
 *
 * Beyond a budget only the shortest productions are taken, so every text ends.
 */

import { type Grammar, grammars, kinds, type Production } from "./grammar.ts";
import { type Hook, hooks } from "./hooks.ts";
import type { Random } from "./random.ts";
import { words } from "./words.ts";

export interface GeneratorOptions {
  /** Probability of a production that is mostly wrong where it stands. */
  readonly wildness: number;
  /** Number of holes after which texts get as short as they can. */
  readonly budget: number;
  readonly vmcs: boolean;
}

/** What has been declared so far: names by role, such as `local.S`, `global.N`, `type.M`, `function.E`. */
export type Declared = Map<string, readonly string[]>;

export class Generator {
  readonly random: Random;
  readonly options: GeneratorOptions;
  readonly declared: Declared = new Map();
  private filled = 0;
  private depth = 0;
  private counted = 0;

  constructor(random: Random, options: GeneratorOptions) {
    this.random = random;
    this.options = options;
  }

  /** Whether something mostly wrong is due. */
  isWild(): boolean {
    return this.random.chance(this.options.wildness);
  }

  /** A number that was not given before. */
  count(): number {
    return this.counted++;
  }

  /** A text for a hole. */
  fill(hole: string): string {
    const filler = fillers.get(hole);
    if (filler === undefined) throw new Error(`Nothing fills <${hole}>.`);
    return filler(this);
  }

  /** A text of a production. */
  expand(rule: Rule): string {
    this.filled++;
    this.depth++;
    let text = "";
    for (const part of this.choose(rule).parts) {
      text += typeof part === "string" ? part : this.fill(part.hole);
    }
    this.depth--;
    return text;
  }

  private choose({ all, tame, shortest }: Rule): Alternative {
    if (this.filled > this.options.budget || this.depth > 40) return this.random.pick(shortest);
    return this.random.pickWeighted(this.isWild() ? all : tame);
  }
}

interface Alternative {
  readonly weight: number;
  readonly isWild: boolean;
  readonly parts: readonly (string | { readonly hole: string })[];
}

interface Rule {
  readonly all: readonly Alternative[];
  readonly tame: readonly Alternative[];
  /** Those that end soonest. */
  readonly shortest: readonly Alternative[];
}

const rules = compileGrammar([...grammars, words]);
const fillers = findFillers();

/** Every hole that some production has and nothing fills. */
export function unfilledHoles(): readonly string[] {
  const holes = [...rules.values()].flatMap(({ all }) => all.flatMap(holesOf));
  return [...new Set(holes)].filter((hole) => !fillers.has(hole));
}

function findFillers(): ReadonlyMap<string, (g: Generator) => string> {
  const found = new Map<string, (g: Generator) => string>();
  for (const [name, rule] of rules) found.set(name, (g) => g.expand(rule));
  for (const { prefix, fill } of hooks) {
    found.set(prefix, (g) => fill(g, ""));
    for (const kind of kinds) found.set(`${prefix}.${kind}`, (g) => fill(g, kind));
  }
  return found;
}

function compileGrammar(parts: readonly Grammar[]): ReadonlyMap<string, Rule> {
  const productions = new Map<string, Production[]>();
  for (const [name, list] of parts.flatMap((part) => Object.entries(part))) {
    for (const kind of name.includes("*") ? kinds : [""]) {
      const own = name.replace("*", kind);
      const added = list.map(([weight, text, wild]): Production => {
        const ofKind = text.replaceAll(/<([\w.]*)\*>/g, `<$1${kind}>`);
        return wild === undefined ? [weight, ofKind] : [weight, ofKind, wild];
      });
      productions.set(own, [...(productions.get(own) ?? []), ...added]);
    }
  }
  const alternatives = new Map([...productions].map(([name, list]) => [name, list.map(parse)]));
  const heights = findHeights(alternatives);
  return new Map([...alternatives].map(([name, list]) => [name, ruleOf(list, heights)]));
}

function parse([weight, text, wild]: Production): Alternative {
  const parts = text.split(/((?<![?k])<[A-Za-z][\w.]*>)/).filter((part) => part !== "");
  return {
    weight,
    isWild: wild !== undefined,
    parts: parts.map((part) =>
      /^<[A-Za-z][\w.]*>$/.test(part) ? { hole: part.slice(1, -1) } : part,
    ),
  };
}

function ruleOf(all: readonly Alternative[], heights: ReadonlyMap<string, number>): Rule {
  const tame = all.filter(({ isWild }) => !isWild);
  const possible = tame.length > 0 ? tame : all;
  const least = Math.min(...possible.map((alternative) => heightOf(alternative, heights)));
  const shortest = possible.filter((alternative) => heightOf(alternative, heights) === least);
  return { all, tame: possible, shortest };
}

/** How deep each hole goes at least. */
function findHeights(
  rules: ReadonlyMap<string, readonly Alternative[]>,
): ReadonlyMap<string, number> {
  const heights = new Map<string, number>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const [name, list] of rules) {
      const tame = list.filter(({ isWild }) => !isWild);
      const height = 1 + Math.min(...tame.map((alternative) => heightOf(alternative, heights)));
      if (height < (heights.get(name) ?? Number.POSITIVE_INFINITY)) {
        heights.set(name, height);
        changed = true;
      }
    }
  }
  return heights;
}

function heightOf(alternative: Alternative, heights: ReadonlyMap<string, number>): number {
  return Math.max(
    0,
    ...holesOf(alternative).map(
      (hole) => hookFor(hole)?.height ?? heights.get(hole) ?? Number.POSITIVE_INFINITY,
    ),
  );
}

function holesOf({ parts }: Alternative): readonly string[] {
  return parts.flatMap((part) => (typeof part === "string" ? [] : [part.hole]));
}

function hookFor(hole: string): Hook | undefined {
  return hooks.find(({ prefix }) => hole === prefix || hole.startsWith(`${prefix}.`));
}
