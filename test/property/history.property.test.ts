/**
 * Histories: a log replayed gives the tree, the last effective write gives the value, and nobody notices that
 * somebody wrote it all down.
 *
 * Programs are made of statements that change what is there in every way that Pan knows: whole and in parts, through
 * `SELF`, through variables that stand for parts of it, in lists that grow at both ends and shrink, by structure
 * templates and by defaults.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { isEqual } from "../../src/pan/evaluator/differences.ts";
import { replay } from "../../src/pan/evaluator/write-log.ts";
import { leavesBelow } from "../../src/pan/history/expand-path.ts";
import { explainPath } from "../../src/pan/history/explain-path.ts";
import type { ExplainedWrite, Explanation } from "../../src/pan/history/explanation.ts";
import { compileHistories, type ProfileHistory } from "../../src/pan/history/profile-history.ts";
import { winnerOf } from "../../src/pan/history/winner.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import { compileFiles, defaultOptions, templateRoot } from "../support/compile.ts";
import { runs } from "../support/runs.ts";
import { siteArbitrary } from "../support/site-arbitrary.ts";

const key = fc.constantFrom("x", "y", "z");
const path = fc.constantFrom("/a", "/a/x", "/a/y/z", "/l", "/l/0", "/l/1", "/m/l", "/m");
const list = fc.constantFrom("/l", "/m/l");

const value: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map(String),
  fc.constantFrom("'t'", "dict('x', 1)", "dict('x', dict('z', 2), 'l', list(1, 2))", "dict()"),
  fc.constantFrom("list(1, 2, 3)", "list(dict('x', 1), dict('x', 2))", "list()", "V", "W"),
  fc.constantFrom("create('piece')", "create('piece', 'x', 5)", "dict('p', create('piece'))"),
  path.map((one) => `if (path_exists('${one}')) value('${one}') else 0`),
);

const change: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(key, value).map(([k, v]) => `SELF['${k}'] = ${v};`),
  fc.tuple(key, key, value).map(([k, l, v]) => `SELF['${k}']['${l}'] = ${v};`),
  fc.tuple(key, value).map(([k, v]) => `d = ${v}; SELF['${k}'] = d; SELF['w'] = d;`),
  fc.tuple(key, value).map(([k, v]) => `d = dict('n', 1); SELF['${k}'] = d; d['m'] = ${v};`),
  key.map((k) => `foreach (i; v; SELF) { if (is_dict(v)) v['${k}'] = i; };`),
  key.map((k) => `if (exists(SELF['${k}'])) { delete(SELF['${k}']); };`),
  key.map((k) => `if (exists(SELF['${k}'])) SELF['${k}'] = null;`),
  fc.tuple(key, value).map(([k, v]) => `append(SELF['${k}'], ${v});`),
  fc.constantFrom("add('k', 7);", "s = SELF; s['through'] = 1;"),
);

const listChange: fc.Arbitrary<string> = fc.oneof(
  value.map((v) => `append(${v});`),
  value.map((v) => `prepend(${v});`),
  value.map((v) => `append(SELF, ${v}); prepend(SELF, 0);`),
  value.map((v) => `SELF[length(SELF)] = ${v};`),
  fc.constantFrom(
    "if (length(SELF) > 0) delete(SELF[0]);",
    "if (length(SELF) > 1) SELF[1] = null;",
    "if (length(SELF) > 0) SELF[-1] = 9;",
    "l = SELF; append(l, 'aliased');",
    "foreach (i; v; SELF) { if (is_dict(v)) v['seen'] = i; };",
  ),
);

const statement: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(path, value).map(([p, v]) => `'${p}' = ${v};`) },
  { weight: 2, arbitrary: fc.tuple(path, value).map(([p, v]) => `'${p}' ?= ${v};`) },
  { weight: 2, arbitrary: path.map((p) => `'${p}' = null;`) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom("/a", "/m"), fc.array(change, { minLength: 1, maxLength: 3 }))
      .map(([p, all]) => `'${p}' = { if (!is_dict(SELF)) SELF['o'] = 1; ${all.join(" ")} SELF; };`),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(list, fc.array(listChange, { minLength: 1, maxLength: 3 }))
      .map(([p, all]) => `'${p}' = { append(0); ${all.join(" ")} SELF; };`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "prefix '/m'; 'q' = 1; 'l/0' = 4; prefix '';",
      "include 'other';",
      "'/l' = merge(if (is_list(SELF)) SELF else list(), list('m'));",
      "variable V = { if (!is_dict(SELF)) 1 else { SELF['v'] = 1; SELF; }; };",
      "'/t' = dict('given', 1);",
      "final '/f' = 3;",
    ),
  },
);

const program: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(
    fc.array(statement, { minLength: 2, maxLength: 10 }),
    fc.array(statement, { maxLength: 3 }),
    value,
  )
  .map(
    ([lines, other, start]) =>
      new Map([
        ["t.pan", `object template t;\n${header(start)}${lines.join("\n")}\n`],
        [
          "other.pan",
          `template other;\n${other.filter((one) => !one.startsWith("include")).join("\n")}\n`,
        ],
        [
          "piece.pan",
          "structure template piece;\n'x' = 1;\n'x' ?= 2;\n'y' = create('inner');\n'y/n' = null;\n'y/k' = { append(1); prepend(0); SELF; };\n",
        ],
        ["inner.pan", "structure template inner;\n'n' = 1;\n'deep/er' = dict('a', list(1));\n"],
      ]),
  );

function header(start: string): string {
  const types =
    "type part = { 'p' : long = 5 'q' ? string };\n" +
    "type whole = extensible { 'given' : long = 1 'some' : part = dict() 'all' ? part{} };\n";
  const safe = start.includes("path_exists") || start === "V" || start === "W" ? "0" : start;
  return (
    `${types}bind '/t' = whole = dict();\n` +
    "function add = { SELF[ARGV[0]] = ARGV[1]; 1; };\n" +
    `variable W = dict('w', list(1));\nvariable V = ${safe};\n`
  );
}

/** The programs of any site too, with their errors. */
const files = fc.oneof({ weight: 3, arbitrary: program }, { weight: 1, arbitrary: siteArbitrary });

const settings = {
  seed: Number(process.env["HISTORY_SEED"] ?? 11),
  numRuns: Number(process.env["HISTORY_RUNS"] ?? runs(40, 400)),
};

function historiesOf(templates: ReadonlyMap<string, string>): {
  readonly histories: readonly ProfileHistory[];
  readonly messages: readonly string[];
} {
  const contents = [...templates].map(([name, text]) => [`${templateRoot}/${name}`, text]);
  const histories: ProfileHistory[] = [];
  const objects = [...templates].filter(([, text]) => text.startsWith("object"));
  const { diagnostics } = compileHistories({
    host: memoryHost({ files: Object.fromEntries(contents) }),
    files: objects.map(([name]) => `${templateRoot}/${name}`),
    options: defaultOptions,
    print: () => undefined,
    onProfile: (history) => histories.push(history),
  });
  return { histories, messages: diagnostics.map(({ message }) => message) };
}

describe("the history of a profile", () => {
  it("replayed gives the tree", () => {
    let writes = 0;
    fc.assert(
      fc.property(files, (templates) => {
        for (const { log, profile, state } of historiesOf(templates).histories) {
          // An evaluation that ends in the middle of a statement may have done half of what it does.
          if (state === "failed") continue;
          let root = new Dict();
          for (const write of log.writes) root = replay(root, write);
          expect(isEqual(root, profile.root)).toBe(true);
          // What nobody told would be found at the end, and belong to no statement.
          expect(
            log.writes.filter(({ event, run }) => event !== "initial" && run.plan.span.file === ""),
          ).toEqual([]);
          writes += log.writes.length;
        }
      }),
      settings,
    );
    expect(writes).toBeGreaterThan(settings.numRuns * 2);
  });

  it("changes no value and no diagnostic", () => {
    fc.assert(
      fc.property(files, (templates) => {
        const { histories, messages } = historiesOf(templates);
        const plain = compileFiles(templates);
        for (const message of messages)
          expect(plain.diagnostics.map((one) => one.message)).toContain(message);
        for (const { profile, state } of histories) {
          expect(state === "sound").toBe(plain.profiles.has(profile.name));
          const other = plain.profiles.get(profile.name)?.root;
          if (other !== undefined) expect(isEqual(profile.root, other)).toBe(true);
        }
      }),
      settings,
    );
  });
});

describe("explainPath", () => {
  it("ends at a write that gives the value, for every value", () => {
    let values = 0;
    fc.assert(
      fc.property(files, (templates) => {
        for (const { explanation, state } of explanationsOf(templates)) {
          if (state === "failed") continue;
          const winner = winnerOf(explanation);
          expect(winner, text(templates, explanation)).toBeDefined();
          // What lies in the value may have changed since.
          if (explanation.writes.some(({ reach }) => reach === "below")) continue;
          expect(winner?.after, text(templates, explanation)).toEqual(explanation.value);
          values++;
        }
      }),
      settings,
    );
    expect(values).toBeGreaterThan(settings.numRuns * 2);
  });

  it("tells for each write what the one before it has left", () => {
    fc.assert(
      fc.property(files, (templates) => {
        for (const { explanation } of explanationsOf(templates)) {
          for (const [last, write] of neighbours(explanation.writes))
            expect(write.before, text(templates, explanation)).toEqual(last.after);
        }
      }),
      settings,
    );
  });
});

interface ExplainedValue {
  readonly explanation: Explanation;
  readonly state: ProfileHistory["state"];
}

/** Of every value of every profile. */
function explanationsOf(templates: ReadonlyMap<string, string>): readonly ExplainedValue[] {
  return historiesOf(templates).histories.flatMap((history) =>
    leavesBelow(history.profile.root, [], 100)
      .filter((terms) => terms.length > 0)
      .map((terms) => ({ explanation: explainPath(history, terms), state: history.state })),
  );
}

/** Writes of the whole value with nothing between them. */
function neighbours(
  writes: readonly ExplainedWrite[],
): readonly (readonly [ExplainedWrite, ExplainedWrite])[] {
  return writes.slice(1).flatMap((write, i) => {
    const last = writes[i];
    const isPair = last !== undefined && last.reach !== "below" && write.reach !== "below";
    return isPair ? [[last, write] as const] : [];
  });
}

function text(templates: ReadonlyMap<string, string>, explanation: Explanation): string {
  const writes = explanation.writes.map(
    ({ kind, reach, path: at, before, after, isWinner }) =>
      `${isWinner ? "*" : " "} ${kind} ${reach} ${at}: ${before?.text} → ${after?.text}`,
  );
  return [
    ...templates.values(),
    `${explanation.path} = ${explanation.value?.text}`,
    ...writes,
  ].join("\n");
}
