/**
 * The format `json`: two spaces a level, and no line end after the last brace.
 *
 * Doubles are written as everywhere in Pan, so one that is not a number or infinite gives a file that is not
 * JSON; the reference compiler writes the same.
 */

import { jsonText } from "../java/json/json-text.ts";
import { List } from "../tree/list.ts";
import type { Term } from "../tree/term.ts";
import type { Property, Resource } from "../tree/value.ts";
import { indentation } from "./indentation.ts";
import { KnownTexts } from "./known-texts.ts";
import type { Profile } from "./profile.ts";
import { propertyText } from "./property-text.ts";
import type { TextOutput } from "./text-output.ts";
import { type TreeVisitor, type Walk, walkTree } from "./walk-tree.ts";

export function writeJson(profile: Profile, out: TextOutput, walk: Walk = walkTree): void {
  walk(profile.root, new JsonWriter(out));
}

const indent = indentation(2);

const known = new KnownTexts();

class JsonWriter implements TreeVisitor {
  private readonly out: TextOutput;
  /** Nothing was written yet in the resource that is open. */
  private first = true;

  constructor(out: TextOutput) {
    this.out = out;
  }

  enter(term: Term | undefined, resource: Resource, depth: number): void {
    const start = term === undefined ? "" : this.start(term, depth);
    this.out.write(`${start}${resource instanceof List ? "[" : "{"}`);
    this.first = true;
  }

  property(term: Term, value: Property, depth: number): void {
    const text = typeof value === "string" ? jsonText(value) : propertyText(value);
    this.out.write(`${this.start(term, depth)}${text}`);
  }

  shortCut(resource: Resource, depth: number, write: () => void): boolean {
    const isWritten = known.write(this.out, resource, depth, write);
    if (isWritten) this.first = false;
    return isWritten;
  }

  leave(resource: Resource, depth: number): void {
    const start = this.first ? "" : `\n${indent(depth)}`;
    this.out.write(`${start}${resource instanceof List ? "]" : "}"}`);
    this.first = false;
  }

  /** What stands before a child: the comma, the indentation and the name. */
  private start(term: Term, depth: number): string {
    const separator = this.first ? "\n" : ",\n";
    this.first = false;
    const name = typeof term === "string" ? `${jsonText(term)}: ` : "";
    return `${separator}${indent(depth)}${name}`;
  }
}
