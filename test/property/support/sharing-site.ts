/**
 * Sites made of statements that are hard to share: they change what others hold, look at paths and at the name of the
 * machine, make structures, and differ between machines.
 */
import fc from "fast-check";

const variables = ["A", "B", "C"];
const paths = ["/a", "/a/x", "/b", "/b/y", "/c"];
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

/**
 * What seldom comes together by chance: a value with two names of which one is changed, equal values that may be
 * changed and that may not, a change of `SELF` by another name, templates that only DML loads.
 */
const scenario: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc
    .tuple(name, name, key, value, path)
    .map(([n, m, k, v, p]) => [
      `variable ${n} = make('${k}');`,
      `variable ${m} = ${n};`,
      `variable ${n} = { ${turns} SELF['${k}'] = dict('n', 2); ${v}; };`,
      `'${p}' = ${m};`,
    ]),
  fc
    .tuple(path, key, key)
    .map(([p, k, l]) => [
      `'${p}' = { ${turns} d = SELF; if (is_dict(d)) { d['${k}'] = dict('${l}', 1); }; SELF; };`,
    ]),
  fc
    .tuple(path, key, key)
    .map(([p, k, l]) => [
      `'${p}' = { ${turns} d = if (exists(SELF['${k}'])) SELF['${k}'] else 1; if (is_dict(d)) { d['${l}'] = 1; }; SELF; };`,
    ]),
  fc
    .tuple(name, key)
    .map(([n, k]) => [
      `variable ${n} = { ${turns} d = SELF; if (is_dict(d)) { d['${k}'] = 7; }; SELF; };`,
    ]),
  path.map((p) => [`'${p}' = dict('x', dict('y', 1));`]),
  fc
    .tuple(path, key)
    .map(([p, k]) => [
      `'${p}' = { ${turns} d = make('${k}'); SELF['x'] = d; SELF['z'] = d; SELF; };`,
      `'${p}' = { ${turns} SELF['x']['${k}']['new'] = 1; SELF; };`,
    ]),
  path.map((p) => [`'${p}' = { ${turns} value('/c/x'); };`]),
  path.map((p) => [`'${p}' = { ${turns} create('declares'); };`, `'${p}/declared' = DECLARED;`]),
  path.map((p) => [`include 'late';`, `'${p}' = { ${turns} create('late-piece'); };`]),
  fc.constant([`include if (OBJECT == 'm2') 'other' else null;`]),
);

/**
 * One value, made in ways that differ in which of its parts may be changed in their place: they are views of constants
 * or of variables, copies of such views, or of their own.
 */
const twins: fc.Arbitrary<readonly string[]> = fc.constantFrom<readonly string[]>(
  ["'/t' = dict('x', dict('y', dict('z', 1)), 'o', list(dict('q', 1)));"],
  ["variable V = { SELF['x'] = dict('y', dict('z', 1)); SELF['o'] = O; SELF; };", "'/t' = V;"],
  ["'/t' = create('blank');", "'/t' = { SELF['x'] = X; SELF['o'] = O; SELF; };"],
  ["'/t' = create('blank');", "'/t' = { SELF['x']['y'] = Y; SELF['o'] = O; SELF; };"],
  ["'/t' = create('blank');", "'/t' = { SELF['x'] = X; SELF['o'] = list(dict('q', 1)); SELF; };"],
  ["'/t' = create('blank');", "'/t' = { SELF['x'] = X; SELF['o'][0]['q'] = 1; SELF; };"],
  ["'/t' = create('blank');", "'/t' = { SELF['x']['y']['z'] = 1; SELF['o'][0]['q'] = 1; SELF; };"],
  [
    "'/w' = { SELF['y'] = Y; SELF; };",
    "'/t' = create('blank');",
    "'/t' = { SELF['x'] = value('/w'); SELF['o'] = O; SELF; };",
    "'/w' = null;",
  ],
  ["'/t' = value('/made');"],
  ["include 'makes';"],
  ["include 'makes';", "'/t' = value('/t');"],
  ["'/t' = create('blank');", "'/t' = { SELF['x'] = MADE; SELF['o'] = MADE; SELF; };"],
  ["'/t' = create('blank');", "'/t' = { SELF['x'] = MADE; SELF['o'] = value('/made'); SELF; };"],
  [
    "'/t' = create('blank');",
    "'/t' = { SELF['x'] = value('/made'); SELF['o'] = value('/made'); SELF; };",
  ],
  ["'/t' = dict('x', X, 'o', O);", "'/t' = value('/t');"],
  ["'/t' = dict('x', dict('y', dict('z', 2)), 'o', O);", "'/t/x/y/z' = 1;"],
);

/** Two equal parts, or one that stands in two places. */
const aliases: fc.Arbitrary<readonly string[]> = fc
  .constantFrom(
    "SELF['x'] = create('piece'); SELF['o'] = create('piece');",
    "d = create('piece'); SELF['x'] = d; SELF['o'] = d;",
    "d = create('piece'); SELF['x'] = d; SELF['o'] = d; SELF['x'] = create('piece');",
    "SELF['x'] = create('piece'); SELF['o'] = create('piece'); d = SELF['x']['x']; SELF['o']['x'] = d;",
  )
  .map((changes) => ["'/t' = create('blank');", `'/t' = { ${changes} SELF; };`]);

/** Lists and dicts without anything in them. */
const empties: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.constantFrom("create('blank')", "none()", "list()", "dict()"),
    fc.constantFrom("SELF['x'] = ", "SELF['x']['y'] = ", "SELF['o'][0] = "),
  )
  .map(([empty, target]) => ["'/t' = create('blank');", `'/t' = { ${target}${empty}; SELF; };`]);

/** Properties that look alike. */
const properties: fc.Arbitrary<readonly string[]> = fc
  .constantFrom("1", "1.0", "'1'", "0.0", "-0.0", "0", "to_double('NaN')", "true", "'true'")
  .map((one) => ["'/t' = create('blank');", `'/t' = { SELF['x']['y'] = ${one}; SELF; };`]);

/** What is bound to those: defaults and validations that reach further and further down. */
const bound: fc.Arbitrary<string> = fc.constantFrom(
  "bind '/t' = t_first;",
  "bind '/t' = t_second;",
  "bind '/' = t_third;",
  "bind '/t/x' = t_first;",
  "bind '/t/x' = t_open;",
  "bind '/t' = t_open;",
  "bind '/t/o' = t_first;",
  "bind '/t' = extensible { 'x' ? t_open 'o' ? t_open[] };",
  "bind '/t' = extensible { 'x' ? extensible { 'y' ? t_open } };",
  "bind '/to' = t_to;",
  "bind '/t' = t_asks;",
);

/**
 * Machines of two kinds, whose configurations are equal, or nearly so: by what they say, not by what may be done to
 * them. Each machine is of one kind.
 */
const kinds = fc
  .oneof(
    { weight: 4, arbitrary: fc.tuple(twins, twins) },
    { weight: 1, arbitrary: fc.tuple(aliases, aliases) },
    { weight: 2, arbitrary: fc.tuple(empties, empties) },
    { weight: 1, arbitrary: fc.tuple(properties, properties) },
  )
  .chain((pair) =>
    fc.tuple(
      fc.constant(pair),
      fc.array(fc.nat(1), { minLength: 7, maxLength: 7 }),
      fc.array(bound, { minLength: 1, maxLength: 3 }),
    ),
  );

/** What a machine has for itself, so that equal statements meet other circumstances. */
const own: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: statement },
  {
    weight: 3,
    arbitrary: fc.oneof(
      // An equal value in the place of one that may not be changed.
      path.map((p) => `'${p}' = if (exists('${p}')) value('${p}') else dict();`),
      fc
        .tuple(path, path)
        .map(([p, q]) => `'${p}' = if (exists('${q}')) value('${q}') else dict();`),
      name.map((n) => `variable ${n} = if (exists(${n}) && is_defined(${n})) ${n} else dict();`),
      fc.tuple(name, path).map(([n, p]) => `'${p}' = if (exists(${n})) ${n} else dict();`),
      fc.constantFrom(
        "include 'late';",
        "variable LIMIT = 1;",
        "'/c/x/e' = list();",
        "'/c/x/e' = dict();",
        `'/c' = { ${turns} d = make('x'); SELF['x'] = d; SELF['z'] = d; SELF; };`,
        `'/c' = { ${turns} SELF['x'] = make('x'); SELF['z'] = make('x'); SELF; };`,
        "'/b/x' = 3;",
        "bind '/' = extensible {};",
        "'/c' = value('/c');",
        "'/c' = 5;",
        "'/c/x' = null;",
        "variable t = 1;",
        "include 'declared';",
        "include 'below-1';",
        "variable LATE = create('late-piece');",
        "variable LATE = if (exists('late-piece')) 1 else 2;",
        "variable LOADPATH = list('beside');",
      ),
    ),
  },
);

/** Types with defaults, validations that look elsewhere, links, and one that changes what it should only look at. */
const types = `declaration template types;
function is_short = { n = 0; foreach (k; v; ARGV[0]) n = n + 1; n < LIMIT; };
type t_default = extensible { 'q' : long = 1 'r' : string = 'r' } = dict();
type t_open = extensible { 'dd' : t_default 'n' ? element };
type t_short = element with { if (is_dict(SELF)) { is_short(SELF); } else { true; }; };
type t_looks = element with { if (exists('/b/x')) { value('/b/x') != 3; } else { true; }; };
type t_named = string with match(SELF, '^[a-z0-9-]*$');
type t_changes = element with { if (is_dict(SELF)) { foreach (k; v; SELF) { if (is_dict(v)) v['seen'] = k; }; }; true; };
type t_link = extensible { 'to' : t_open* = '/c' };
type t_first = element with { foreach (k; v; SELF) { if (is_dict(v)) v['seen'] = to_string(k); if (is_list(v)) append(v, 1); }; true; };
type t_second = element with { foreach (k; v; SELF) { if (is_resource(v)) { foreach (l; w; v) { if (is_dict(w)) w['seen'] = to_string(l); }; }; }; true; };
type t_third = element with { foreach (k; v; SELF) { if (is_resource(v)) { foreach (l; w; v) { if (is_resource(w)) { foreach (m; u; w) { if (is_dict(u)) u['seen'] = to_string(m); }; }; }; }; }; true; };
type t_to = t_first* with true;
type t_asks = element with { t = is_valid(t_named, 'abc'); !exists(SELF['x']) || is_valid(t_open, SELF['x']) || true; };
type t_all = extensible { 'x' ? t_open 'y' ? t_short 'z' ? element{} 'k' ? t_named };
`;

/** Bindings of those types, for all machines or for one. */
const binding: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom("/a", "/a/x", "/b", "/c", "/c/x"),
    fc.constantFrom(
      "t_open",
      "t_open",
      "extensible { 'deep' : t_open 'other' : t_default }",
      "t_short",
      "t_looks",
      "t_changes",
      "t_link",
      "t_all",
      "extensible { 'x' ? extensible { 'dd' : t_default } }",
      "element{}",
      "extensible { 'x' ? t_changes 'late' : t_default }",
    ),
  )
  .map(([p, type]) => `bind '${p}' = ${type};`);

const statements = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: statement.map((one) => [one]) },
      { weight: 2, arbitrary: scenario },
    ),
    { minLength: 2, maxLength: 8 },
  )
  .map((all) => all.flat());

/** A site of seven machines, by file. */
export const sharingSite: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(
    fc.array(statement, { maxLength: 3 }),
    fc.array(binding, { maxLength: 3 }),
    statements,
    statements,
    fc.array(fc.array(own, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
    fc.option(kinds, { freq: 3, nil: undefined }),
  )
  .map(([base, bindings, common, other, machines, kinds]) => {
    const [pair = [], choices = [], bounds = []] = kinds ?? [];
    const files = new Map<string, string>([
      ["common.pan", `template common;\nvariable MACHINE ?= dict('m', 0);\n${common.join("\n")}\n`],
      ["base.pan", `template base;\n'/c' = dict('x', dict('y', 1));\n${base.join("\n")}\n`],
      ["declares.pan", "structure template declares;\ninclude 'declared';\n'd' = 1;\n"],
      ["blank.pan", "structure template blank;\n"],
      [
        "kinds.pan",
        `template kinds;\nfunction none = { l = list(); l; };\nvariable Y = dict('z', 1);\nvariable X = { SELF['y'] = Y; SELF; };\nvariable O = list(dict('q', 1));\nvariable MADE = { SELF['x'] = X; SELF['o'] = O; SELF; };\n'/made' = MADE;\n'/to' = '/t';\n`,
      ],
      [
        "makes.pan",
        "template makes;\n'/t' = create('blank');\n'/t' = { SELF['x'] = X; SELF['o'] = O; SELF; };\n",
      ],
      ["bounds.pan", `template bounds;\n${bounds.join("\n")}\n`],
      ["declared.pan", "declaration template declared;\nvariable DECLARED = 'declared';\n"],
      [
        "make-other.pan",
        "declaration template make-other;\nfunction make = { d = dict(); for (i = 0; i < 5; i = i + 1) d[ARGV[0]]['o' + to_string(i)] = i; d; };\n",
      ],
      ["types.pan", types],
      [
        "types-other.pan",
        types.replace("template types", "template types-other").replaceAll("= 1", "= 2"),
      ],
      [
        "bindings.pan",
        `template bindings;\nvariable LIMIT ?= 3;\ninclude if (OBJECT == 'm5') 'types-other' else 'types';\n${bindings.join("\n")}\n`,
      ],
      ["late.pan", "template late;\nvariable LATE ?= 'late';\n"],
      ["below-1.pan", "template below-1;\ninclude 'below-2';\n"],
      ["below-2.pan", "template below-2;\ninclude 'below-3';\n"],
      ["below-3.pan", "template below-3;\ninclude 'common';\n"],
      [
        "late-piece.pan",
        "structure template late-piece;\n'x' = dict('late', 1);\n'y/z' = { for (i = 0; i < 5; i = i + 1) t = i; t; };\n",
      ],
      ["beside/late-piece.pan", "structure template late-piece;\n'beside' = 1;\n"],
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
    for (const [i, first] of machines.entries()) {
      const kind = pair[choices[i] ?? 0];
      const last =
        kind === undefined
          ? ""
          : `include 'kinds';\n${kind.join("\n")}\ninclude 'types${i === 5 ? "-other" : ""}';\ninclude 'bounds';\n`;
      files.set(
        `m${i}.pan`,
        `object template m${i};\ninclude 'make${i === 4 ? "-other" : ""}';\nvariable MACHINE ?= dict('m', 0);\ninclude 'base';\n${first.join("\n")}\ninclude 'common';\ninclude 'bindings';\n${last}`,
      );
    }
    return files;
  });
