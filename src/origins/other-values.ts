/** Values that a place could have instead of the one that it has: near to it, and of its shape. */

import { assertNever } from "../base/assert-never.ts";
import { matches, type Pattern } from "../vm/shape/pattern.ts";
import type { IntegerShape, RecordShape, Shape } from "../vm/shape/shape.ts";

/** Other values of a simple shape, the most like one first; none of a shape that holds others. */
export function otherValues(shape: Shape, value: unknown): readonly unknown[] {
  switch (shape.kind) {
    case "text":
      return otherTexts(shape.pattern, String(value));
    case "integer":
      return otherNumbers(shape, Number(value));
    case "boolean":
      return [value !== true];
    case "choice":
      return shape.choices.filter((choice) => choice !== value);
    case "list":
    case "map":
    case "record":
    case "variant":
      return [];
    default:
      return assertNever(shape);
  }
}

const mostTexts = 6;

function otherTexts(pattern: Pattern | undefined, text: string): readonly string[] {
  const fits = (other: string): boolean =>
    other !== text && (pattern === undefined || matches(pattern, other));
  // Each line of a text without a form changes, as each is a line of the file that it goes into.
  const lines = pattern === undefined ? [text.replace(/[^\n]+/g, "$&x")] : [];
  const all = text.replace(letterOrDigit, next);
  const others = [...lines, all, ...respelled(text), `${text}x`, `${text}1`, ...words(pattern)];
  return [...new Set(others)].filter(fits).slice(0, mostTexts);
}

const letterOrDigit = /[A-Za-z0-9]/g;

/** The text with one letter or digit changed: by turns one near its end and one near its beginning. */
function respelled(text: string): readonly string[] {
  const at = [...text.matchAll(letterOrDigit)].map(({ index }) => index);
  const nearEnds = at.slice(0, 16).flatMap((first, i) => [at.at(-1 - i) ?? first, first]);
  return nearEnds.map(
    (index) => `${text.slice(0, index)}${next(text.charAt(index))}${text.slice(index + 1)}`,
  );
}

/** Another letter or digit of the same kind. */
function next(character: string): string {
  if (character === "9") return "8";
  if (character === "z") return "y";
  if (character === "Z") return "Y";
  // Beyond f, a letter is no digit of a number in hexadecimal.
  if (character === "f") return "e";
  if (character === "F") return "E";
  return String.fromCharCode(character.charCodeAt(0) + 1);
}

/** Words that the pattern names, in its source or as an example. */
function words(pattern: Pattern | undefined): readonly string[] {
  if (pattern === undefined) return ["example"];
  const named = [...pattern.wanted.split(/[\s,]+/), ...pattern.source.split("|")];
  return named.filter((word) => matches(pattern, word));
}

function otherNumbers({ minimum, maximum, only }: IntegerShape, value: number): readonly number[] {
  const near = only ?? [value + 1, value - 1, value * 2, Math.floor(value / 2), minimum, maximum];
  return [...new Set(near)].filter(
    (other) => other !== value && other >= minimum && other <= maximum,
  );
}

/** Values of a shape, for where there is none; few of each. */
export function samplesOf(shape: Shape): readonly unknown[] {
  switch (shape.kind) {
    case "text":
      return words(shape.pattern).slice(0, 2);
    case "integer":
      return shape.only ?? [Math.max(1, shape.minimum), Math.min(2, shape.maximum)];
    case "boolean":
      return [true, false];
    case "choice":
      return shape.choices;
    case "list":
      return samplesOf(shape.item)
        .slice(0, 1)
        .map((item) => [item]);
    case "map": {
      const [key] = words(shape.keys);
      const [item] = samplesOf(shape.item);
      return key === undefined || item === undefined ? [] : [new Map([[key, item]])];
    }
    case "record":
      return sampleRecords(shape);
    case "variant":
      return Object.entries(shape.cases).map(([name, chosen]) => ({
        [name]: samplesOf(chosen.shape)[0],
      }));
    default:
      return assertNever(shape);
  }
}

/** With what is required, and of the rest nothing or one field. */
function sampleRecords({ fields }: RecordShape): readonly unknown[] {
  const all = Object.entries(fields);
  const required = Object.fromEntries(
    all.flatMap(([name, { presence, shape }]) =>
      presence === "optional" ? [] : [[name, samplesOf(shape)[0]]],
    ),
  );
  const more = all.flatMap(([name, { presence, shape }]) =>
    presence === "optional"
      ? samplesOf(shape).map((value) => ({ ...required, [name]: value }))
      : [],
  );
  return [required, ...more];
}
