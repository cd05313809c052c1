/**
 * Random DML expressions of a wanted type.
 *
 * Most of them are sound; now and then an argument has another type, an index is out of range or a number
 * overflows, as errors are to be compared too.
 */
import type { Random } from "./random.ts";

export const kinds = ["long", "double", "string", "boolean", "list", "dict"] as const;
export type Kind = (typeof kinds)[number];

/** What an expression may use, besides what is built in. */
export interface Scope {
  readonly variables: readonly { readonly name: string; readonly kind: Kind }[];
  readonly functions: readonly { readonly name: string; readonly kind: Kind }[];
}

export class RandomExpression {
  private readonly random: Random;
  private readonly scope: Scope;

  constructor(random: Random, scope: Scope) {
    this.random = random;
    this.scope = scope;
  }

  any(depth: number): string {
    return this.of(this.random.pick(kinds), depth);
  }

  of(wanted: Kind, depth: number): string {
    const { random } = this;
    const kind = random.chance(0.003) ? random.pick(kinds) : wanted;
    const known = [...this.scope.variables].filter((variable) => variable.kind === kind);
    if (known.length > 0 && random.chance(0.3)) return random.pick(known).name;
    const element = this.element();
    if (element !== undefined && random.chance(0.01)) return element;
    const callable = this.scope.functions.filter((called) => called.kind === kind);
    if (depth > 0 && callable.length > 0 && random.chance(0.1)) {
      return `${random.pick(callable).name}(${this.of("long", 0)}, ${this.any(0)})`;
    }
    if (depth <= 0 || random.chance(0.15)) return this.literal(kind);
    return this.fill(random.pick(productions[kind]), depth - 1);
  }

  /** An element of a variable, whatever it is. */
  private element(): string | undefined {
    const resources = this.scope.variables.filter(({ kind }) => kind === "list" || kind === "dict");
    if (resources.length === 0) return undefined;
    const { name, kind } = this.random.pick(resources);
    return kind === "list"
      ? `${name}[${this.random.int(2)}]`
      : `${name}[${quoted(this.random.pick(keys))}]`;
  }

  /** Replaces each hole of a production: `$L $D $S $B $I $H` for the kinds, `$A` for anything, others as below. */
  private fill(production: string, depth: number): string {
    return production.replace(/\$([A-Z])/g, (_, hole: string) => this.hole(hole, depth));
  }

  private hole(hole: string, depth: number): string {
    if (hole === "A") return this.any(depth);
    if (hole === "N") return String(this.random.int(6) - 1);
    if (hole === "T") return quoted(`<\${a}>`);
    if (hole === "O") return String(this.random.int(2));
    if (hole === "R") return quoted(this.random.pick(patterns));
    if (hole === "K") return quoted(this.random.pick(keys));
    const kind = kinds[["L", "D", "S", "B", "I", "H"].indexOf(hole)];
    if (kind === undefined) throw new Error(`There is no hole ${hole}.`);
    return this.of(kind, depth);
  }

  private literal(kind: Kind): string {
    const { random } = this;
    switch (kind) {
      case "long":
        return random.pick(longs);
      case "double":
        return random.pick(doubles);
      case "string":
        return quoted(random.pick(texts));
      case "boolean":
        return random.pick(["true", "false"]);
      case "list":
        return `list(${random.times(random.int(4), () => this.of(random.pick(["long", "string"]), 0)).join(", ")})`;
      case "dict":
        return `dict(${random.times(random.int(4), (i) => `${quoted(keys[i] ?? "k")}, ${this.of("long", 0)}`).join(", ")})`;
    }
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const keys = ["a", "b", "c1", "d-e", "_2fx", "Z", "x.y"];
const longs = ["0", "1", "2", "3", "7", "10", "(-1)", "255", "0x1f", "017", "9223372036854775807"];
const doubles = ["0.0", "1.5", "2.0", "(-3.25)", "1e3", "1.0E10", "0.1", "100000.0", "1e-5"];
const texts = [
  "",
  "a",
  "abc",
  "Hello, World",
  "1",
  "42",
  "3.5",
  "a/b c",
  "x=1;y=2",
  "it's",
  "é",
  " pad ",
  "%d",
];
const patterns = ["a", "[a-z]+", "^\\w*$", "(\\w)(\\w)", "[,;=]", "\\s*", "o|l", "\\d+", "(?i)h.l"];

const comparisons = (hole: string): readonly string[] =>
  ["==", "!=", "<", "<=", ">", ">="].map((operator) => `(${hole} ${operator} ${hole})`);

const productions: Readonly<Record<Kind, readonly string[]>> = {
  long: [
    ...["+", "-", "*", "&", "|", "^"].map((operator) => `($L ${operator} $L)`),
    "($L / (($L & 7) + 1))",
    "($L % (($L & 7) + 1))",
    "($L / $L)",
    "(-$L)",
    "(~$L)",
    "length($S)",
    "length($I)",
    "length($H)",
    "index($S, $S)",
    "index($S, $S, $N)",
    "to_long(to_string($L))",
    "to_long($D)",
    "to_long('1f', 16)",
    "max($L, $L)",
    "min($L, $L)",
  ],
  double: [
    ...["+", "-", "*"].map((operator) => `($D ${operator} $D)`),
    "($D / 3)",
    "($D + $L)",
    "($L * $D)",
    "(-$D)",
    "to_double(to_string($D))",
    "to_double($L)",
    "max($D, $D)",
  ],
  string: [
    "($S + $S)",
    "to_string($A)",
    "substr('hello' + $S, $N)",
    "substr($S + 'abcdef', $N, $N)",
    "to_uppercase($S)",
    "to_lowercase($S)",
    "replace($R, $S, $S)",
    "splice('ab' + $S, $O, 1)",
    "splice($S, 0, 0, $S)",
    "join($S, split($R, $S))",
    "format('%s-%d', $S, $L)",
    "format('%5.2f|%x|%s', $D, $L, $B)",
    "escape($S)",
    "unescape(escape($S))",
    "base64_encode($S)",
    "base64_decode(base64_encode($S))",
    "digest('MD5', $S)",
    "json_encode($A)",
    "substitute($T, dict('a', $S))",
  ],
  boolean: [
    ...comparisons("$L"),
    ...comparisons("$D"),
    ...comparisons("$S"),
    "($B && $B)",
    "($B || $B)",
    "(!$B)",
    "($B == $B)",
    "match($S, $R)",
    "is_long($A)",
    "is_string($A)",
    "is_list($A)",
    "is_dict($A)",
    "is_defined($A)",
    "to_boolean($S)",
    "to_boolean($L)",
  ],
  list: [
    "list($A, $A)",
    "list($I)",
    "merge($I, $I)",
    "split($R, $S)",
    "split($R, $N, $S)",
    "matches($S, $R)",
    "splice(list(1, $A), $O, 1)",
    "splice($I, 0, 0, $I)",
    "json_decode(json_encode($I))",
    "append($I, $A)",
    "prepend($I, $A)",
  ],
  dict: [
    "dict($K, $A)",
    "dict('p', $A, 'q', $A)",
    "merge(dict('m', $A), dict('n', $A))",
    "json_decode(json_encode($H))",
    "clone($H)",
  ],
};
