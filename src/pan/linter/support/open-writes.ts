/**
 * Writes of a template that are still of interest, by what they write: quick for thousands of statements, most of which
 * have nothing to do with each other.
 */

import { isWithin, type Write } from "./writes.ts";

export class OpenWrites {
  private readonly writes = new Map<string, Write>();
  /** Everything that one of the writes was inside of, at some time. */
  private readonly outer = new Set<string>();

  get(write: Write): Write | undefined {
    return this.writes.get(keyOf(write));
  }

  add(write: Write): void {
    this.writes.set(keyOf(write), write);
    for (const name of outerNames(write.name)) this.outer.add(name);
  }

  /** Forgets what a write replaces, what it is inside of, and what is inside of it. */
  removeOverlapping(write: Write): void {
    this.writes.delete(keyOf(write));
    if (write.statement.kind === "VariableStatement") return;
    for (const name of outerNames(write.name)) this.writes.delete(pathKey(name));
    if (!this.outer.has(write.name)) return;
    for (const [key, { statement, name }] of this.writes) {
      if (statement.kind === "AssignStatement" && isWithin(name, write.name))
        this.writes.delete(key);
    }
  }

  removeVariable(name: string): void {
    this.writes.delete(variableKey(name));
  }

  clear(): void {
    this.writes.clear();
    this.outer.clear();
  }
}

const pathKey = (name: string): string => `path ${name}`;
const variableKey = (name: string): string => `variable ${name}`;

function keyOf({ statement, name }: Write): string {
  return statement.kind === "VariableStatement" ? variableKey(name) : pathKey(name);
}

/** The paths that a path is inside of. */
function outerNames(path: string): readonly string[] {
  const names: string[] = path.startsWith("/") && path !== "/" ? ["/"] : [];
  for (let at = path.indexOf("/", 1); at > 0; at = path.indexOf("/", at + 1)) {
    names.push(path.slice(0, at));
  }
  return names;
}
