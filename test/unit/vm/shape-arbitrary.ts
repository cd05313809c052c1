/** Random values of a shape, and the tree that would be read as such a value. */
import fc from "fast-check";
import { Dict } from "../../../src/pan/tree/dict.ts";
import { List } from "../../../src/pan/tree/list.ts";
import type { Value } from "../../../src/pan/tree/value.ts";
import { compareNatural } from "../../../src/vm/natural-order.ts";
import type { Pattern } from "../../../src/vm/shape/pattern.ts";
import type { RecordShape, Shape } from "../../../src/vm/shape/shape.ts";

const nasty = fc.array(
  fc.constantFrom(
    ..."<>&'\"=,\\/; \t\n\réx\u0085\u2028\u00a0\ufffd",
    "]]>",
    "\r\n",
    "&amp;",
    "😀",
    "<!--",
  ),
  { maxLength: 8 },
);

const anyText: fc.Arbitrary<string> = nasty.map((pieces) => pieces.join(""));
const oneLine = anyText.map((text) => text.replace(/[\t\n\r]/g, " "));

/** For the forms that leave most characters free, the worst of them. */
const special: Readonly<Record<string, fc.Arbitrary<string>>> = {
  line: oneLine,
  path: oneLine.map((text) => `/${text}`),
  word: oneLine.map((text) => `w${text.replaceAll(" ", "")}`),
  option: oneLine.map((text) => `o${text.replaceAll(",", "")}`),
  script: oneLine.map((text) => `s${text.replace(/[ =,]/g, "")}`),
  secret: oneLine.map((text) => `file:/${text}`),
  firmware: oneLine.map((text) => `/${text}`),
  "vlan-trunk": fc
    .array(
      fc
        .record({
          first: fc.integer({ min: 1, max: 2000 }),
          mark: fc.constantFrom("", "p"),
          range: fc.option(fc.tuple(fc.nat(50), fc.nat(40))),
        })
        .map(({ first, mark, range }) => `${first}${mark}${range ? `+${range.join("x")}` : ""}`),
      { minLength: 1, maxLength: 3 },
    )
    .map((items) => items.join("/")),
};

/** An expression is costly to turn into an arbitrary, and many fields have the same form. */
const texts = new Map<Pattern, fc.Arbitrary<string>>();

function textOf(pattern: Pattern | undefined): fc.Arbitrary<string> {
  if (pattern === undefined) return anyText;
  let found = texts.get(pattern);
  if (found === undefined) {
    const { name, source, maxLength = Number.POSITIVE_INFINITY } = pattern;
    const arbitrary = special[name] ?? fc.stringMatching(new RegExp(`^(?:${source})$`, "u"));
    found = arbitrary.filter((text) => text.length <= maxLength);
    texts.set(pattern, found);
  }
  return found;
}

export function valueOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "text":
      return textOf(shape.pattern);
    case "integer":
      return shape.only === undefined
        ? fc.integer({ min: shape.minimum, max: shape.maximum })
        : fc.constantFrom(...shape.only);
    case "boolean":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...shape.choices);
    case "list":
      return fc.array(valueOf(shape.item), { maxLength: 3 });
    case "map":
      return fc
        .array(fc.tuple(textOf(shape.keys), valueOf(shape.item)), { maxLength: 3 })
        .map((items) => new Map([...new Map(items)].toSorted(([a], [b]) => compareNatural(a, b))));
    case "record":
      return recordOf(shape);
    case "variant":
      return fc.oneof(
        ...Object.entries(shape.cases).map(([name, chosen]) =>
          valueOf(chosen.shape).map((value) => ({ [name]: value })),
        ),
      );
  }
}

function recordOf(shape: RecordShape): fc.Arbitrary<object> {
  const fields = Object.entries(shape.fields);
  return fc.record(
    Object.fromEntries(fields.map(([name, { shape: field }]) => [name, valueOf(field)])),
    {
      requiredKeys: fields
        .filter(([, { presence }]) => presence !== "optional")
        .map(([name]) => name),
      noNullPrototype: true,
    },
  );
}

/** The tree whose reading gives the value. */
export function treeOf(value: unknown): Value {
  if (typeof value === "number") return BigInt(value);
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return new List(value.map(treeOf));
  const entries = value instanceof Map ? [...value] : Object.entries(value as object);
  return new Dict(new Map(entries.map(([key, child]) => [String(key), treeOf(child)])));
}
