/** The answers to problems that can be read, each a sentence of the interface. */
import { describe, expect, it } from "vitest";
import { onlyRules } from "../../../../src/rules/solver/change-problem.ts";
import { checkSolution } from "../../../../src/rules/solver/check-solution.ts";
import { explain } from "../../../../src/rules/solver/explain.ts";
import { findFixes, Trials } from "../../../../src/rules/solver/find-fixes.ts";
import { fails, holds } from "../../../../src/rules/solver/literal.ts";
import { afterAllElse, type Problem, type Wish } from "../../../../src/rules/solver/problem.ts";
import { luby } from "../../../../src/rules/solver/search.ts";
import type { Solution } from "../../../../src/rules/solver/solution.ts";
import { solve } from "../../../../src/rules/solver/solve.ts";
import { why } from "../../../../src/rules/solver/why.ts";
import { removals } from "./judge.ts";

const budget = { conflicts: 1000 };

/** Atoms are names; `name version` puts them into slots by their names. Rules are numbered from the top, from 1. */
class Words {
  readonly names: string[] = [];
  private rules = 0;
  private readonly clauses: {
    readonly trigger: number | undefined;
    readonly rule: number;
    readonly literals: readonly number[];
    readonly priority?: number;
  }[] = [];
  private readonly wishes: Wish[] = [];

  /** `a -> b | !c` or `-> a`; a priority makes it soft. */
  say(text: string, priority?: number): this {
    const [condition = "", rest = ""] = text.split("->").map((part) => part.trim());
    const literals = rest === "" ? [] : rest.split("|").map((part) => this.literal(part));
    const trigger = condition === "" ? undefined : this.literal(condition) >> 1;
    const rule = ++this.rules;
    this.clauses.push({ trigger, rule, literals, ...(priority === undefined ? {} : { priority }) });
    return this;
  }

  wish(text: string, priority: number): this {
    this.wishes.push({ rule: ++this.rules, literal: this.literal(text), priority });
    return this;
  }

  problem(): Problem {
    const slots = [...new Set(this.names.map((name) => name.split(" ")[0]))];
    const at = (trigger: number | undefined) =>
      this.clauses.filter((each) => each.trigger === trigger);
    return {
      clauses: () => at(undefined),
      clausesOf: at,
      slotOf: (atom) => slots.indexOf(this.names[atom]?.split(" ")[0]),
      atomsOf: (slot) =>
        [...this.names.keys()].filter((atom) => this.names[atom]?.split(" ")[0] === slots[slot]),
      wishes: this.wishes,
    };
  }

  /** The result as names, in its order. */
  solve(): readonly string[] {
    return this.solution().atoms.map((atom) => this.names[atom] as string);
  }

  solution(): Solution {
    const result = solve(this.problem(), budget);
    if (result.kind !== "solution") throw new Error(result.kind);
    expect(checkSolution(this.problem(), result)).toEqual([]);
    return result;
  }

  private literal(text: string): number {
    const name = text.trim().replace(/^!/, "");
    if (!this.names.includes(name)) this.names.push(name);
    const atom = this.names.indexOf(name);
    return text.trim().startsWith("!") ? fails(atom) : holds(atom);
  }
}

const words = (): Words => new Words();

describe("the solver", () => {
  it("has an empty result for an empty problem", () => {
    expect(words().solve()).toEqual([]);
  });

  it("takes the first alternative, and what it needs", () => {
    expect(words().say("-> gcc 12 | gcc 11").say("gcc 12 -> libc 2 | musl 1").solve()).toEqual([
      "gcc 12",
      "libc 2",
    ]);
  });

  it("takes the next alternative where the first cannot be had", () => {
    const problem = words().say("-> gcc 12 | gcc 11").say("gcc 12 -> libc 2").say("libc 2 ->");
    expect(problem.solve()).toEqual(["gcc 11"]);
  });

  it("takes one version per package", () => {
    const problem = words().say("-> a 1").say("-> b 1").say("a 1 -> c 2 | c 1").say("b 1 -> c 1");
    expect(problem.solve()).toEqual(["a 1", "b 1", "c 1"]);
  });

  it("applies rules to facts that nobody requires", () => {
    const problem = words()
      .say("-> arch i686")
      .say("arch i686 -> !os amd64")
      .say("-> os amd64 | os i386");
    expect(problem.solve()).toEqual(["arch i686", "os i386"]);
  });

  it("applies a rule with conditions when the last of them becomes true", () => {
    const problem = words()
      .say("-> a 1")
      .say("a 1 -> !b 1 | c 1 | d 1")
      .say("-> x 1 | y 1")
      .say("x 1 -> b 1");
    expect(problem.solve()).toEqual(["a 1", "x 1", "b 1", "c 1"]);
  });

  it("applies a rule about what is not there", () => {
    expect(words().say("-> mail 1 | none 1").say("-> x 1").solve()).toEqual(["mail 1", "x 1"]);
  });

  it("leaves out what the search tried and nothing needs", () => {
    const problem = words()
      .say("-> a 2 | a 1")
      .say("a 2 -> b 1")
      .say("b 1 -> c 1 | d 1")
      .say("b 1 -> !z 1")
      .say("-> z 1");
    expect(problem.solve()).toEqual(["a 1", "z 1"]);
  });
});

describe("wishes", () => {
  it("are fulfilled in the order of their numbers, whatever the order of the list", () => {
    const problem = words().say("-> a 1 | a 2 | a 3").wish("a 3", 20).wish("a 2", 10);
    expect(problem.solve()).toEqual(["a 2"]);
    expect(problem.solution().wishes.map(({ isFulfilled }) => isFulfilled)).toEqual([true, false]);
  });

  it("bring nothing in if they are negative", () => {
    const problem = words().say("-> cc 1").say("cc 1 -> icc 9 | gcc 12").wish("!icc 9", 20);
    expect(problem.solve()).toEqual(["cc 1", "gcc 12"]);
  });

  it("that turn up late still go before what matters less", () => {
    const problem = words()
      .say("-> a 1 | b 1")
      .say("a 1 -> !c 1", 10)
      .say("-> c 1")
      .wish("!b 1", 20);
    expect(problem.solve()).toEqual(["b 1", "c 1"]);
  });

  it("after all else change no other choice", () => {
    const problem = words()
      .say("-> a 1 | b 1")
      .say("a 1 -> c 1", afterAllElse)
      .say("a 1 -> d 1 | e 1", afterAllElse)
      .say("c 1 -> !a 1");
    expect(problem.solve()).toEqual(["a 1", "d 1"]);
    expect(problem.solution().wishes.map(({ isFulfilled }) => isFulfilled)).toEqual([false, true]);
  });
});

describe("why", () => {
  it("gives the chain from the request, with the choices that were made", () => {
    const problem = words()
      .say("-> ssh 1")
      .say("ssh 1 -> helpers 1")
      .say("helpers 1 -> usrmerge 1 | merged 1");
    const solution = problem.solution();
    const chain = why(solution, problem.names.indexOf("usrmerge 1"));
    expect(
      chain.map(({ atom, cause }) => [problem.names[atom], cause.rule, cause.choices]),
    ).toEqual([
      ["ssh 1", 1, 1],
      ["helpers 1", 2, 1],
      ["usrmerge 1", 3, 2],
    ]);
    expect(why(solution, problem.names.indexOf("merged 1"))).toEqual([]);
  });
});

describe("explanations and fix-its", () => {
  const contradiction = words()
    .say("-> os 64")
    .say("-> arch i686")
    .say("-> ssh 1")
    .say("os 64 -> arch x86")
    .say("ssh 1 -> libc 2");
  const problem = contradiction.problem();
  const groupOf = (rule: number): number => rule;

  it("name the rules that contradict, and only these", () => {
    const result = solve(problem, budget);
    if (result.kind !== "unsatisfiable") throw new Error(result.kind);
    const told = explain(problem, result, { ...budget, groupOf, rankOf: () => 0 });
    expect(told.groups.map(({ group }) => group)).toEqual([1, 2, 4]);
    expect(told.clauses.map(({ clause }) => clause.rule)).toEqual([1, 2, 4]);
    const fixes = findFixes(
      new Trials(problem, { ...budget, groupOf }),
      removals(told, (group) => group !== 4),
    );
    expect(fixes.map(({ change }) => change.without)).toEqual([[1], [2]]);
    const [noOs] = fixes;
    expect(noOs?.solution.atoms.map((atom) => contradiction.names[atom])).toEqual([
      "arch i686",
      "ssh 1",
      "libc 2",
    ]);
  });

  /** Without what holds before any decision (here that there is no o), the rest has a result. */
  it("start from clauses that contradict each other, though learned ones leave out what holds anyway", () => {
    const problem = words();
    const clauses =
      "!o, g | c, m | e, j | f, !i | !m, m | l, !f | i, !d | !c | o, !g | c, h | d | !j, f | !h | !c, !l | !i";
    for (const clause of clauses.split(", ")) problem.say(`-> ${clause}`);
    const result = solve(problem.problem(), budget);
    if (result.kind !== "unsatisfiable") throw new Error(result.kind);
    const named = new Set(result.clauses.map(({ clause }) => clause.rule));
    const rest = solve(
      onlyRules(problem.problem(), (rule) => named.has(rule)),
      budget,
    );
    expect(rest.kind).toBe("unsatisfiable");
  });

  it("try what is written instead", () => {
    const other = { rule: 1, literals: [holds(contradiction.names.indexOf("arch x86"))] };
    const changes = [
      { without: [2], instead: [other] },
      { without: [3], instead: [] },
    ];
    const fixes = findFixes(new Trials(problem, { ...budget, groupOf }), changes);
    expect(fixes.map(({ change }) => change.without)).toEqual([[2]]);
  });

  it("are not offered if the budget does not allow to try them", () => {
    const change = { without: [1], instead: [] };
    const within = (clauses: number): Trials =>
      new Trials(problem, { ...budget, groupOf, clauses });
    expect(within(0).solve(change)).toBeUndefined();
    expect(within(1).solve(change)?.kind).toBe("solution");
    // A contradiction that is met before the budget is used up is one in any case.
    expect(within(0).solve({ without: [3], instead: [] })).toBeUndefined();
    expect(within(1).solve({ without: [3], instead: [] })?.kind).toBe("unsatisfiable");
  });

  it("prefer what the user wrote", () => {
    // Either of two rules of the repository, or the user's own, contradicts rule 1.
    const two = words().say("-> a 1").say("a 1 ->").say("-> !a 1");
    const result = solve(two.problem(), budget);
    if (result.kind !== "unsatisfiable") throw new Error(result.kind);
    const reason = (preferred: number): readonly number[] =>
      explain(
        two.problem(),
        { ...result, clauses: everything(two.problem()) },
        {
          ...budget,
          groupOf,
          rankOf: (group) => (group === preferred ? 1 : 0),
        },
      ).groups.map(({ group }) => group);
    expect(reason(2)).toEqual([1, 2]);
    expect(reason(3)).toEqual([1, 3]);
  });

  function everything(all: Problem) {
    const own = all.clauses().map((clause) => ({ clause, trigger: undefined }));
    return [...own, ...all.clausesOf(0).map((clause) => ({ clause, trigger: 0 }))];
  }
});

describe("the independent judge", () => {
  const words1 = words().say("-> a 1").say("a 1 -> b 1 | b 2").wish("!b 1", 20);
  const problem = words1.problem();
  const right = words1.solution();
  const cause = { rule: 1, kind: "clause", because: [], choice: 0, choices: 1 } as const;

  it("finds what is missing, and what is too much", () => {
    expect(
      checkSolution(problem, { ...right, atoms: [0], causes: new Map([[0, cause]]) }),
    ).toContain("rule 2 of 0 is violated");
    expect(checkSolution(problem, { ...right, atoms: [0, 1, 2] })).toContain(
      "the atoms 1 and 2 share the slot 1",
    );
    expect(checkSolution(problem, { ...right, atoms: [0, 0, 2] })).toContain(
      "an atom is listed twice",
    );
  });

  it("finds wrong causes and wishes", () => {
    const causes = new Map(right.causes);
    causes.set(2, cause);
    expect(checkSolution(problem, { ...right, causes })).toEqual([
      "no clause of rule 1 brings 2 in",
    ]);
    expect(checkSolution(problem, { ...right, atoms: [2, 0] })).toEqual([
      "the cause of 2 comes after it",
    ]);
    expect(checkSolution(problem, { ...right, causes: new Map() })).toHaveLength(2);
    const wishes = right.wishes.map((wish) => ({ ...wish, isFulfilled: false }));
    expect(checkSolution(problem, { ...right, wishes })).toHaveLength(1);
  });
});

it("refuses a slot that does not list its atoms", () => {
  const problem = words().say("-> a 1").problem();
  expect(() => solve({ ...problem, atomsOf: () => [] }, budget)).toThrow(
    "atomsOf(0) lists the atom 0",
  );
});

it("restarts in the order of Luby", () => {
  expect(Array.from({ length: 15 }, (_, i) => luby(i + 1))).toEqual([
    1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8,
  ]);
});
