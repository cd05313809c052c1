/** Packages and rules: what requires, excludes, suggests and provides what. */

import {
  claimedTests,
  type Rule,
  type Subject,
  subjectPath,
  type Test,
  testsOf,
} from "../rules/language/rule.ts";
import type { Repository } from "../rules/repository/load-repository.ts";
import type { Constraint, PackageSource } from "../rules/repository/package-source.ts";
import { type EdgeKind, type Graph, GraphBuilder } from "./graph.ts";

const kinds: Readonly<Record<Rule["kind"], EdgeKind>> = {
  valid: "requires",
  conflict: "conflicts",
  suggest: "suggests",
};

export function ruleGraph(repositories: readonly Repository[]): Graph {
  const builder = new GraphBuilder();
  for (const { packages, rules } of repositories) {
    addPackages(builder, packages);
    for (const rule of rules) addRule(builder, rule);
  }
  return builder.finish("rules");
}

function addPackages(builder: GraphBuilder, packages: PackageSource): void {
  const numbers = Array.from({ length: packages.count }, (_, number) => number);
  for (const number of numbers) {
    const id = packageId(packages, number);
    const span = packages.spanOf(number);
    builder.node({ id, label: id, kind: "package", places: span === undefined ? [] : [span] });
  }
  for (const name of new Set(packages.names())) addProvided(builder, name, packages);
  for (const number of numbers) addRelations(builder, number, packages);
}

/** A name that is no package's own, but stands for some. */
function addProvided(builder: GraphBuilder, name: string, packages: PackageSource): void {
  if (packages.named(name).length > 0) return;
  builder.node({ id: name, label: name, kind: "package", places: [] });
  for (const provider of packages.providing(name)) {
    addEdge(builder, packageId(packages, provider.package), name, "provides", undefined);
  }
}

function addRelations(builder: GraphBuilder, number: number, packages: PackageSource): void {
  const id = packageId(packages, number);
  for (const rule of packages.rulesOf(number)) addTests(builder, id, rule, packages);
  for (const { strength, anyOf } of packages.requirementsOf(number)) {
    const kind = strength === "requires" ? "requires" : "suggests";
    const isOneOfMany = anyOf.length > 1;
    for (const one of anyOf) addConstraint(builder, id, one, kind, isOneOfMany, packages);
  }
  for (const one of packages.conflictsOf(number)) {
    addConstraint(builder, id, one, "conflicts", false, packages);
  }
}

function packageId(packages: PackageSource, number: number): string {
  const release = packages.releaseOf(number);
  const version = packages.versionOf(number);
  return `${packages.nameOf(number)} ${release === undefined ? version : `${version}-${release}`}`;
}

/** A rule of its own speaks of several things at once, so it is a node. */
function addRule(builder: GraphBuilder, rule: Rule): void {
  const id = `rule ${rule.id}`;
  builder.node({ id, label: rule.id, kind: "rule", places: [rule.span] });
  addTests(builder, id, rule, undefined);
}

function addTests(
  builder: GraphBuilder,
  from: string,
  rule: Rule,
  packages: PackageSource | undefined,
): void {
  const tests = rule.kind === "conflict" ? testsOf(rule.claim) : claimedTests(rule);
  for (const test of tests) {
    const isConditional = rule.when !== undefined || tests.length > 1;
    const label = testLabel(test);
    for (const to of subjects(builder, test.subject, packages)) {
      addEdge(builder, from, to, kinds[rule.kind], label, isConditional, rule);
    }
  }
}

/** Packages of the repository by all their versions; what it does not have is a node all the same. */
function subjects(
  builder: GraphBuilder,
  subject: Subject,
  packages: PackageSource | undefined,
): readonly string[] {
  if (subject.kind === "path") {
    const path = subjectPath(subject);
    builder.node({ id: path, label: path, kind: "path", places: [] });
    return [path];
  }
  return named(builder, subject.name, packages);
}

function named(
  builder: GraphBuilder,
  name: string,
  packages: PackageSource | undefined,
): readonly string[] {
  const versions = packages?.named(name) ?? [];
  if (packages !== undefined && versions.length > 0) {
    return versions.map((number) => packageId(packages, number));
  }
  const isProvided = (packages?.providing(name) ?? []).length > 0;
  const kind = packages === undefined || isProvided ? "package" : "missing";
  builder.node({ id: name, label: name, kind, places: [] });
  return [name];
}

function addConstraint(
  builder: GraphBuilder,
  from: string,
  { name, operator, version }: Constraint,
  kind: EdgeKind,
  isConditional: boolean,
  packages: PackageSource,
): void {
  const label = operator === undefined ? undefined : `${operator} ${version ?? ""}`;
  for (const to of named(builder, name, packages))
    addEdge(builder, from, to, kind, label, isConditional);
}

function addEdge(
  builder: GraphBuilder,
  from: string,
  to: string,
  kind: EdgeKind,
  label: string | undefined,
  isConditional = false,
  rule?: Rule,
): void {
  builder.edge({
    from,
    to,
    kind,
    label,
    isConditional,
    places: rule === undefined ? [] : [rule.span],
  });
}

function testLabel({ operator, operand, subject }: Test): string | undefined {
  if (operator === "present") return undefined;
  const field =
    subject.kind === "package" && subject.field !== undefined ? `${subject.field} ` : "";
  switch (operand.kind) {
    case "none":
      return undefined;
    case "value":
      return `${field}${operator} ${operand.value}`;
    case "list":
      return `${field}${operator} ${operand.values.join(", ")}`;
    case "path":
      return `${field}${operator} ${operand.path}`;
  }
}
