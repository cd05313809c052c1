/**
 * From a description and rules to a problem for the solver.
 *
 * Rules that speak of packages are kept with the packages that make them apply, so that a repository may have a
 * million of them; everything else holds from the start.
 */

import type { Rule } from "../language/rule.ts";
import { atomOf, fails, holds, isNegative } from "../solver/literal.ts";
import type { Atom, Clause, Literal, Problem, RuleId, Wish } from "../solver/problem.ts";

import { type Fact, factAt } from "./facts.ts";
import { packageClauses, packageOrigin } from "./package-clauses.ts";
import { anyValue, something } from "./path-domain.ts";
import { preferences } from "./preferences.ts";
import { priorities, priorityOfPath, priorityOfSuggestion } from "./priorities.ts";
import { type RequestedPackage, requestPackages } from "./requests.ts";
import type { ResolutionInput } from "./resolution-input.ts";
import { RuleBook, type RuleOrigin } from "./rule-book.ts";
import { clausesOfRule } from "./rule-clauses.ts";
import { addPaths, type TestedPaths } from "./tested-paths.ts";
import { Universe } from "./universe.ts";

export interface BuiltProblem {
  readonly problem: Problem;
  readonly universe: Universe;
  readonly book: RuleBook;
  /** The packages of the description, each with the atoms that are what it asks for. */
  readonly given: readonly RequestedPackage[];
  /** Rules that are too intricate to be judged. */
  readonly tooIntricate: readonly Rule[];
}

export function buildProblem(input: ResolutionInput): BuiltProblem {
  const universe = new Universe(input.sources);
  const given = requestPackages(input, universe);
  const paths = addPaths(input, universe);
  const ctx = { input, universe };
  const book = new RuleBook(originsOf(input, given, paths.facts, universe), (atom, n) =>
    packageOrigin(ctx, atom, n),
  );
  const builder = new ProblemBuilder(input, universe, paths);
  for (const [id, origin] of book.entries()) builder.add(id, origin, given);
  const { root, triggered, wishes, tooIntricate } = builder;
  const problem: Problem = {
    clauses: () => root,
    clausesOf: (atom) => {
      const others = triggered.get(atom);
      const own = packageClauses(ctx, atom);
      return others === undefined ? own : [...others, ...own];
    },
    slotOf: (atom) => universe.slotOf(atom),
    atomsOf: (slot) => universe.atomsOf(slot),
    wishes,
  };
  return { problem, universe, book, given, tooIntricate };
}

/** What only says that there is a value, and which cannot be put into a description. */
const standIns = [something, anyValue] as const;

function originsOf(
  { rules, locked, mode }: ResolutionInput,
  given: readonly RequestedPackage[],
  facts: ReadonlyMap<string, Fact>,
  universe: Universe,
): readonly RuleOrigin[] {
  const values = [...facts].flatMap(([path, fact]): readonly RuleOrigin[] => {
    if (fact.kind === "absent") {
      const domain = universe.valuesOf(path);
      return mode !== "anything" && standIns.some((value) => domain.has(value))
        ? [{ kind: "missing-value", path }]
        : [];
    }
    const isDefault = fact.kind === "scalar" && fact.isDefault;
    return [{ kind: "given-value", path, isDefault }];
  });
  return [
    ...values,
    ...given.map((request) => ({ kind: "given-package" as const, given: request.given })),
    ...[...locked.keys()].map((name) => ({ kind: "locked" as const, name })),
    ...rules.map((rule) => ({ kind: "rule" as const, rule })),
  ];
}

class ProblemBuilder {
  readonly root: Clause[] = [];
  readonly triggered = new Map<Atom, Clause[]>();
  readonly wishes: Wish[] = [];
  readonly tooIntricate: Rule[] = [];
  private readonly input: ResolutionInput;
  private readonly universe: Universe;
  private readonly paths: TestedPaths;

  constructor(input: ResolutionInput, universe: Universe, paths: TestedPaths) {
    this.input = input;
    this.universe = universe;
    this.paths = paths;
  }

  add(id: RuleId, origin: RuleOrigin, given: readonly RequestedPackage[]): void {
    switch (origin.kind) {
      case "given-value":
        return this.addValue(id, origin.path, origin.isDefault);
      case "missing-value":
        return this.addMissing(id, origin.path);
      case "given-package": {
        const request = given.find((candidate) => candidate.given === origin.given);
        if (request !== undefined) this.addRequest(id, request);
        return;
      }
      case "locked":
        return this.addLocked(id, origin.name);
      case "rule":
        return this.addRule(id, origin.rule);
      default:
        return;
    }
  }

  /** The first value of a path that the description has is the description's. */
  private addValue(rule: RuleId, path: string, isDefault: boolean): void {
    const fact = factAt(this.input.description, path);
    const value = fact.kind === "scalar" ? fact.value : something;
    const atom = this.universe.valuesOf(path).get(value);
    if (atom === undefined) return;
    const literal = holds(atom);
    if (isDefault) this.addDefault(rule, path, literal);
    else if (this.input.mode === "strict") this.root.push({ rule, literals: [literal] });
    else this.addChangeable(rule, path, literal);
  }

  private addMissing(rule: RuleId, path: string): void {
    for (const value of standIns) {
      const atom = this.universe.valuesOf(path).get(value);
      if (atom !== undefined) this.root.push({ rule, literals: [fails(atom)] });
    }
  }

  /**
   * A default gives way to suggestions, and to what it is the condition of it does not: no suggestion is got rid of
   * by changing what it depends on.
   */
  private addDefault(rule: RuleId, path: string, literal: Literal): void {
    const { suggested, conditions } = this.paths;
    const { suggestedDefault, conditionDefault, siteDefault } = priorities;
    const isCondition = conditions.has(path) && !suggested.has(path);
    const otherwise = suggested.has(path) ? suggestedDefault : siteDefault;
    const priority = isCondition ? conditionDefault : otherwise;
    this.wishes.push({ rule, literal, priority });
    const literals = [...this.universe.valuesOf(path).values()].map(holds);
    this.root.push({ rule, literals, priority: conditionDefault });
  }

  /** A value that must be given up becomes another one rather than none. */
  private addChangeable(rule: RuleId, path: string, literal: Literal): void {
    const priority = priorityOfPath(path);
    this.wishes.push({ rule, literal, priority });
    const literals = [...this.universe.valuesOf(path).values()].map(holds);
    this.root.push({ rule, literals, priority });
  }

  private addRequest(rule: RuleId, { given, atoms }: RequestedPackage): void {
    const literals = atoms.map(holds);
    if (this.input.mode === "strict" || given.isImported) {
      this.root.push({ rule, literals });
      return;
    }
    const versions = this.universe.versions(given.name).map(holds);
    this.root.push({ rule, literals: versions, priority: priorities.givenSoftware });
    this.root.push({ rule, literals, priority: priorities.givenVersion });
  }

  /**
   * Other versions are not wanted; that never brings in one that nobody needs. Where the locked version is to be had
   * no more, the choice is as free as without it.
   */
  private addLocked(rule: RuleId, name: string): void {
    const locked = this.input.locked.get(name);
    const versions = this.universe.versions(name);
    const others = versions.filter((atom) => !this.universe.isVersion(atom, locked));
    if (others.length === versions.length) return;
    // The last wish is given up first: that the best of the other versions is left out.
    for (const atom of others.toReversed()) {
      this.wishes.push({ rule, literal: fails(atom), priority: priorities.locked });
    }
  }

  private addRule(id: RuleId, rule: Rule): void {
    const priority = rule.kind === "suggest" ? priorityOfSuggestion(rule.priority) : undefined;
    const preferred = rule.kind === "suggest" ? preferences(this.universe, rule) : undefined;
    if (preferred !== undefined && priority !== undefined) {
      this.wishes.push(...preferred.map((literal) => ({ rule: id, literal, priority })));
      return;
    }
    const clauses = clausesOfRule(this.universe, rule);
    if (clauses === undefined) this.tooIntricate.push(rule);
    for (const literals of clauses ?? []) this.addClause(id, literals, priority);
  }

  /** A clause waits at the first package that it speaks of as a condition. */
  private addClause(rule: RuleId, all: readonly Literal[], priority: number | undefined): void {
    const wish = priority === undefined ? {} : { priority };
    const condition = all.find(
      (literal) => isNegative(literal) && this.universe.meaning(atomOf(literal)).kind !== "value",
    );
    if (condition === undefined) {
      this.root.push({ rule, literals: all, ...wish });
      return;
    }
    const literals = all.filter((literal) => literal !== condition);
    const trigger = atomOf(condition);
    const known = this.triggered.get(trigger);
    // No version is better than another one because a suggestion for both of them cannot be followed.
    const shared = priority === undefined ? {} : { wishKey: String(rule) };
    const clause = { rule, literals, ...wish, ...shared };
    if (known === undefined) this.triggered.set(trigger, [clause]);
    else known.push(clause);
  }
}
