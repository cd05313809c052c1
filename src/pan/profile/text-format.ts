/** The format `text`: a tree of lines for people; strings are not escaped. */

import type { Term } from "../tree/term.ts";
import { type Property, type Resource, typeName } from "../tree/value.ts";
import { indentation } from "./indentation.ts";
import type { Profile } from "./profile.ts";
import { propertyText } from "./property-text.ts";
import type { TextOutput } from "./text-output.ts";
import { type TreeVisitor, walkTree } from "./walk-tree.ts";

export function writeText(profile: Profile, out: TextOutput): void {
  walkTree(profile.root, new TextWriter(out));
}

const indent = indentation(2);

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

  leave(): void {
    // The indentation alone shows where a resource ends.
  }
}
