/** Random sites: a few object templates that include, create and refer to each other, some of them wrongly. */
import fc from "fast-check";
import { bodyArbitrary } from "./dml-arbitrary.ts";

export const objectNames: readonly string[] = ["p0", "p1", "p2", "p3"];

const object = fc.constantFrom(...objectNames);
const included = fc.constantFrom("part", "once", "types", "part", "once");

const sound: fc.Arbitrary<string> = fc.oneof(
  bodyArbitrary.map((body) => `"/a" = { ${body} };`),
  bodyArbitrary.map((body) => `"/b" ?= { profile = OBJECT; ${body} };`),
  included.map((name) => `include "${name}";`),
  object.map((name) => `include if (OBJECT == "${name}") "part" else undef;`),
  object.map((name) => `"/from" = value("${name}:/b", "nothing");`),
  object.map((name) => `"/there" = exists("${name}:/c");`),
  object.map((name) => `bind "/name" = string with is_defined(value("${name}:/name"));`),
  fc.constantFrom(
    '"/c" = create("disk", "label", OBJECT);',
    "variable V ?= 1;",
    "variable V = if (exists(V) && is_long(V)) V + 1 else 1;",
    '"/v" = TEMPLATE;',
    'bind "/d" = element = list(1, 2);',
  ),
);

const wrong: fc.Arbitrary<string> = fc.constantFrom(
  '"/e" = ;',
  '"/e" = 1 / 0;',
  '"/e" = value("/missing");',
  '"/e" = undef;',
  'bind "/name" = long;',
  'include "missing";',
  'include "broken";',
  "type size = long;",
);

const statements: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 30, arbitrary: sound }, { weight: 1, arbitrary: wrong }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((lines) => lines.join("\n"));

/** Files by path. */
export const siteArbitrary: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .record({
    objects: fc.array(statements, {
      minLength: objectNames.length,
      maxLength: objectNames.length,
    }),
    part: statements,
    once: statements,
  })
  .map(({ objects, part, once }) => {
    const files = new Map(
      objects.map((text, i) => {
        const name = objectNames[i] as string;
        return [`${name}.pan`, `object template ${name};\n"/name" = OBJECT;\n${text}\n`];
      }),
    );
    files.set("part.pan", `template part;\n${part.replaceAll('"part"', '"types"')}\n`);
    files.set("once.pan", `unique template once;\n${once}\n`);
    files.set("types.pan", "declaration template types;\ntype size = long(0..);\n");
    files.set("disk.pan", 'structure template disk;\n"size" = 10;\n"label" ?= "none";\n');
    files.set("broken.pan", 'template broken;\n"/x" = = 1;\n');
    return files;
  });
