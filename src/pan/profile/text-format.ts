/** The format `text`: a tree of lines for people; strings are not escaped. */

import type { Term } from "../tree/term.ts";
import { type Property, type Resource, typeName } from "../tree/value.ts";
import { indentation } from "./indentation.ts";
import { KnownTexts } from "./known-texts.ts";
import type { Profile } from "./profile.ts";
import { propertyText } from "./property-text.ts";
import type { TextOutput } from "./text-output.ts";
import { type TreeVisitor, type Walk, walkTree } from "./walk-tree.ts";

export function writeText(profile: Profile, out: TextOutput, walk: Walk = walkTree): void {
  walk(profile.root, new TextWriter(out));
}

const indent = indentation(2);

const known = new KnownTexts();

class TextWriter implements TreeVisitor {
  private readonly out: TextOutput;

  constructor(out: TextOutput) {
    this.out = out;
  }

  enter(term: Term | undefined, _resource: Resource, depth: number): void {
    this.out.write(`${indent(depth)}+-${term ?? "profile"}\n`);
  }

  property(term: Term, value: Property, depth: number): void {
    const text = propertyText(value);
    this.out.write(`${indent(depth)}$ ${term} : (${typeName(value)}) '${text}'\n`);
  }

  shortCut(resource: Resource, depth: number, write: () => void): boolean {
    return known.write(this.out, resource, depth, write);
  }

  leave(): void {
    // The indentation alone shows where a resource ends.
  }
}
