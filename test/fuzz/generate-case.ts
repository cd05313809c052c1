/** A random project: an object template, what it includes, and now and then a second profile. */

import type { Dialect } from "../../src/pan/syntax/dialect.ts";
import type { FuzzCase } from "./fuzz-case.ts";
import { type Declared, Generator } from "./generator.ts";
import { inNewBody } from "./hooks.ts";
import type { Random } from "./random.ts";

/** How often something mostly wrong is made; most cases must get through to a profile. */
const wildnesses = [0, 0, 0, 0, 0.002, 0.005, 0.01, 0.05, 0.3];

export function generateCase(random: Random): FuzzCase {
  const dialect: Dialect = random.chance(0.6) ? "pan" : "vmcs";
  const budget = random.pick([10, 20, 40, 60, 100, 300]);
  const g = new Generator(random, {
    wildness: random.pick(wildnesses),
    budget,
    vmcs: dialect === "vmcs",
  });
  const files = new Map<string, string>();
  const parts = statementParts.filter(({ chance }) => random.chance(chance));
  const has = (name: string): boolean => parts.some((part) => part.name === name);
  if (has("part/struct")) g.declared.set("structure", []);
  const includes: string[] = [];
  const declarations = declarationParts.filter(() => random.chance(0.6));
  for (const { name, header, hole, most } of declarations) {
    const lines = Array.from({ length: 1 + random.below(most) }, () => g.fill(hole));
    files.set(`${name}.pan`, `${header} ${name};\n${lines.join("\n")}\n`);
    includes.push(`include '${name}';\n`);
  }
  const known: Declared = new Map(g.declared);
  for (const { name, header } of parts) {
    const part = new Generator(random, { ...g.options, budget: budget / 3 });
    for (const [key, names] of known) part.declared.set(key, names);
    const isStructure = name === "part/struct";
    // It would create itself.
    if (isStructure) part.declared.delete("structure");
    const body = inNewBody(part, () =>
      part.fill(isStructure ? "structureStatements" : "statements"),
    );
    // The other profile is built on its own, and includes what it needs.
    const begin = name === "other" ? includes.join("") : "";
    files.set(`${name}.pan`, `${header} ${name};\n${begin}${body}`);
  }
  g.declared.set(
    "templates",
    parts.map(({ name }) => name).filter((name) => includable.test(name)),
  );
  const body = inNewBody(g, () => g.fill("statements"));
  files.set("main.pan", `object template main;\n${includes.join("")}${body}`);
  if (!g.isWild()) files.set("data.txt", "some text\n<&>\u00e9\n");
  return { dialect, files };
}

interface DeclarationPart {
  readonly name: string;
  readonly header: string;
  readonly hole: string;
  readonly most: number;
}

const declarationParts: readonly DeclarationPart[] = [
  { name: "types", header: "declaration template", hole: "declareType", most: 4 },
  { name: "globals", header: "unique template", hole: "declareVariable", most: 5 },
  { name: "functions", header: "declaration template", hole: "declareFunction", most: 3 },
];

const statementParts = [
  { name: "part/a", header: "template", chance: 0.5 },
  { name: "part/b", header: "template", chance: 0.2 },
  { name: "part/unique", header: "unique template", chance: 0.3 },
  { name: "part/struct", header: "structure template", chance: 0.5 },
  { name: "other", header: "object template", chance: 0.1 },
];

const includable = /^part\/(?!struct)/;
