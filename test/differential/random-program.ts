/** Random object templates with variables, functions, types and DML of all kinds of statements. */
import { Random } from "./random.ts";
import { type Kind, kinds, RandomExpression, type Scope } from "./random-expression.ts";

const depth = 3;

export function randomProgram(name: string, seed: number): string {
  const random = new Random(seed);
  const lines = [`object template ${name};`];
  const scope: Mutable<Scope> = { variables: [], functions: [] };
  const expression = new RandomExpression(random, scope);
  for (const index of random.times(random.int(4), (i) => i)) {
    const kind = random.pick(kinds);
    const operator = random.pick(["=", "?="]);
    lines.push(`variable V${index} ${operator} ${expression.of(kind, depth)};`);
    scope.variables.push({ name: `V${index}`, kind });
  }
  for (const index of random.times(random.int(3), (i) => i)) {
    const kind = random.pick(kinds);
    lines.push(`function f${index} = ${block(random, scope, kind)};`);
    scope.functions.push({ name: `f${index}`, kind });
  }
  lines.push(...random.times(2 + random.int(5), (index) => statement(random, scope, index)));
  return `${lines.join("\n")}\n`;
}

interface Mutable<S extends Scope> {
  variables: S["variables"][number][];
  functions: S["functions"][number][];
}

function statement(random: Random, scope: Scope, index: number): string {
  const expression = new RandomExpression(random, scope);
  const kind = random.pick(kinds);
  const path = random.pick([`/r${index}`, `/in/r${index}`, `/in/{a b}/r${index}`]);
  const value = random.chance(0.5) ? block(random, scope, kind) : expression.of(kind, depth);
  const typed = random.pick([
    "",
    `bind '${path}' = ${kind};\n`,
    `type t${index} = ${kind}${random.pick(["", "(0..)", "(..100)"])} = ${expression.of(kind, 0)};\nbind '${path}' = t${index};\n`,
    `bind '${path}' = ${random.pick(kinds)};\n`,
  ]);
  return `${random.chance(0.2) ? typed : ""}'${path}' = ${value};`;
}

/** A DML block whose value has the kind. */
function block(random: Random, scope: Scope, kind: Kind): string {
  const locals: { name: string; kind: Kind }[] = [];
  const inside = { variables: [...scope.variables], functions: [] };
  const lines = random.times(1 + random.int(4), (index) => {
    const own = random.pick(kinds);
    const line = dml(new RandomExpression(random, inside), random, index, own);
    const local = { name: `x${index}`, kind: own };
    locals.push(local);
    inside.variables.push(local);
    return `  ${line}`;
  });
  return `{\n${lines.join("\n")}\n  ${new RandomExpression(random, inside).of(kind, depth)};\n}`;
}

/** A statement that leaves a value of the kind in the local variable `x` with the index. */
function dml(expression: RandomExpression, random: Random, index: number, kind: Kind): string {
  const x = `x${index}`;
  const value = (): string => expression.of(kind, 2);
  const test = (): string => expression.of("boolean", 2);
  return random.pick([
    `${x} = ${value()};`,
    `if (${test()}) ${x} = ${value()} else ${x} = ${value()};`,
    `if (${test()}) { ${x} = ${value()}; } else { ${x} = ${value()}; };`,
    `${x} = ${value()}; i = 0; while (i < ${random.int(5)}) { ${x} = ${value()}; i = i + 1; };`,
    `${x} = ${value()}; for (i = 0; i < ${random.int(5)}; i = i + 1) { ${x} = ${value()}; };`,
    `${x} = ${value()}; foreach (k; v; ${expression.of("list", 2)}) { ${x} = ${value()}; };`,
    `${x} = ${value()}; foreach (k; v; ${expression.of("dict", 2)}) { s = to_string(k) + to_string(v); };`,
    `${x} = ${value()}; y = dict(); y['a']['b'] = ${x}; y['c'][2] = ${value()}; y['c'][0] = 1; y['c'][1] = y['a']['b']; ${x} = y['a']['b'];`,
    `${x} = ${value()}; y = ${expression.of("list", 1)}; ok = first(y, k, v); while (ok) { ok = next(y, k, v); };`,
  ]);
}
