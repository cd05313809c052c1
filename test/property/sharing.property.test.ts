/**
 * Profiles share what they compute alike; nobody may notice.
 *
 * Sites are made of statements that are hard to share: they change what others hold, look at paths and at the name of
 * the machine, make structures, and differ between machines. Each site is compiled with and without sharing.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SharingMode, setSharing } from "../../src/pan/evaluator/sharing.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import type { Provenance } from "../../src/pan/tree/provenance.ts";
import type { Term } from "../../src/pan/tree/term.ts";
import { isResource, type Value } from "../../src/pan/tree/value.ts";
import { compileFiles } from "../support/compile.ts";
import { renderOutcome } from "../support/render-outcome.ts";

type Outcome = ReturnType<typeof compileFiles>;

const variables = ["A", "B", "C"];
const paths = ["/a", "/a/x", "/b", "/b/y"];
const name = fc.constantFrom(...variables);
const path = fc.constantFrom(...paths);
const key = fc.constantFrom("x", "y", "z");

/** Enough turns to make a statement worth sharing. */
const turns = "for (i = 0; i < 6; i = i + 1) t = i;";

const value: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    "dict('x', dict('y', 1))",
    "list(dict('x', 1), dict('y', 2))",
    "dict()",
    "MACHINE",
  ),
  name.map((n) => `if (exists(${n}) && is_defined(${n})) ${n} else dict('n', 1)`),
  fc.tuple(name, key).map(([n, k]) => `if (exists(${n}['${k}'])) ${n}['${k}'] else dict('e', 2)`),
  path.map((p) => `if (exists('${p}')) value('${p}') else dict('p', 3)`),
  fc.constantFrom(
    "create('piece')",
    "create('piece', 'k', dict('l', 4))",
    "if (exists('piece')) dict('there', 1) else dict()",
    "if (is_defined(if_exists('nothing'))) dict() else dict('none', 1)",
    "make('x')",
    "if (OBJECT == 'm1') dict('one', 1) else dict('other', 1)",
    "if (match(OBJECT, '^m[01]$')) dict('low', 1) else dict('high', 1)",
  ),
);

const change: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(key, value).map(([k, v]) => `SELF['${k}'] = ${v};`),
  fc.tuple(key, key, value).map(([k, l, v]) => `SELF['${k}']['${l}'] = ${v};`),
  fc.tuple(key, value).map(([k, v]) => `d = ${v}; SELF['${k}'] = d; SELF['w'] = d;`),
  key.map(
    (k) => `if (is_dict(SELF)) { foreach (k; v; SELF) { if (is_dict(v)) v['${k}'] = k; }; };`,
  ),
  key.map((k) => `if (exists(SELF['${k}'])) SELF['${k}'] = null;`),
  name.map((n) => `SELF['of'] = if (exists(${n}) && is_defined(${n})) length(${n}) else 0;`),
  path.map((p) => `SELF['at'] = exists('${p}');`),
);

const body: fc.Arbitrary<string> = fc.oneof(
  value,
  value.map((v) => `{ ${turns} ${v}; }`),
  fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((all) => `{ ${turns} ${all.join(" ")} SELF; }`),
  fc.tuple(change, value).map(([c, v]) => `{ ${turns} ${c} ${v}; }`),
);

const statement: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(name, body).map(([n, b]) => `variable ${n} = ${b};`) },
  { weight: 1, arbitrary: fc.tuple(name, body).map(([n, b]) => `variable ${n} ?= ${b};`) },
  { weight: 4, arbitrary: fc.tuple(path, body).map(([p, b]) => `'${p}' = ${b};`) },
  { weight: 1, arbitrary: fc.tuple(path, body).map(([p, b]) => `'${p}' ?= ${b};`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "include 'other';",
      "'/a/x/q' = 1;",
      "variable MACHINE = dict('m', OBJECT);",
    ),
  },
);

const statements = fc.array(statement, { minLength: 2, maxLength: 9 });

const site = fc
  .tuple(
    statements,
    statements,
    fc.array(fc.array(statement, { maxLength: 1 }), { minLength: 7, maxLength: 7 }),
  )
  .map(([common, other, own]) => {
    const files = new Map<string, string>([
      ["common.pan", `template common;\nvariable MACHINE ?= dict('m', 0);\n${common.join("\n")}\n`],
      [
        "other.pan",
        `template other;\n${other.filter((one) => !one.startsWith("include")).join("\n")}\n`,
      ],
      [
        "piece.pan",
        "structure template piece;\n'x' = dict('y', 1);\n'l' = { for (i = 0; i < 5; i = i + 1) SELF[i] = i; SELF; };\n",
      ],
      [
        "make.pan",
        "declaration template make;\nfunction make = { d = dict(); for (i = 0; i < 5; i = i + 1) d[ARGV[0]]['k' + to_string(i)] = i; d; };\n",
      ],
    ]);
    for (const [i, first] of own.entries()) {
      files.set(
        `m${i}.pan`,
        `object template m${i};\ninclude 'make';\nvariable MACHINE ?= dict('m', 0);\n${first.join("\n")}\ninclude 'common';\n`,
      );
    }
    return files;
  });

describe("sharing between profiles", () => {
  it("changes no byte, no diagnostic, no counter, and nothing of who wrote what", () => {
    let profiles = 0;
    fc.assert(
      fc.property(site, (files) => {
        const apart = sharing("off", () => compileFiles(files));
        for (const mode of ["on", "eager"] as const) {
          const shared = sharing(mode, () => compileFiles(files));
          expect(renderOutcome(shared)).toBe(renderOutcome(apart));
          expect(shared.counters).toEqual(apart.counters);
          expect(originsOf(shared)).toEqual(originsOf(apart));
        }
        profiles += apart.profiles.size;
      }),
      {
        seed: Number(process.env["SHARING_SEED"] ?? 5),
        numRuns: Number(process.env["SHARING_RUNS"] ?? 300),
      },
    );
    // Sites that only fail would prove little.
    expect(profiles).toBeGreaterThan(600);
  });
});

function sharing<Result>(mode: SharingMode, run: () => Result): Result {
  setSharing(mode);
  try {
    return run();
  } finally {
    setSharing("on");
  }
}

function originsOf({ profiles }: Outcome): readonly string[] {
  return [...profiles.values()].flatMap(({ name: machine, root, provenance }) => {
    const lines: string[] = [];
    addOrigins(provenance, root, [], lines);
    return [machine, ...lines, JSON.stringify(provenance.structures())];
  });
}

function addOrigins(
  provenance: Provenance,
  at: Value,
  terms: readonly Term[],
  lines: string[],
): void {
  const origins = [provenance.origin(terms), provenance.lastAssignment(terms)];
  lines.push(`${terms.join("/")} ${JSON.stringify(origins)}`);
  if (!isResource(at)) return;
  const children: readonly Term[] =
    at instanceof Dict ? at.keys() : Array.from({ length: at.size }, (_, i) => i);
  for (const term of children) {
    const child = at instanceof Dict ? at.peek(term as string) : at.peek(term as number);
    addOrigins(provenance, child as Value, [...terms, term], lines);
  }
}
