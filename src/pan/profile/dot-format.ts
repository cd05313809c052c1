/**
 * The format `dot`: the tree as a graph for Graphviz.
 *
 * Labels hold the beginning of the value. Quotes in a value are not escaped, as in the reference compiler, so
 * Graphviz refuses a graph with a double quote in a label.
 */

import type { Term } from "../tree/term.ts";
import type { Property, Resource } from "../tree/value.ts";
import type { Profile } from "./profile.ts";
import { propertyText } from "./property-text.ts";
import type { TextOutput } from "./text-output.ts";
import { type TreeVisitor, type Walk, walkTree } from "./walk-tree.ts";

export function writeDot(profile: Profile, out: TextOutput, walk: Walk = walkTree): void {
  out.write('digraph "profile" {\n');
  out.write("bgcolor = beige\n");
  out.write("node [ color = black, shape = box, fontname=Helvetica ]\n");
  out.write("edge [ color = black ]\n");
  walk(profile.root, new DotWriter(out));
  out.write("}\n");
}

class DotWriter implements TreeVisitor {
  private readonly out: TextOutput;
  /** Paths of the resources that are open, the root's first. */
  private readonly paths: string[] = [];

  constructor(out: TextOutput) {
    this.out = out;
  }

  enter(term: Term | undefined, _resource: Resource, depth: number): void {
    if (term === undefined) {
      this.out.write('"/profile" [ label = "profile"]\n');
      this.paths.push("/profile");
    } else {
      this.paths.push(this.node(term, String(term), depth));
    }
  }

  property(term: Term, value: Property, depth: number): void {
    const quote = typeof value === "string" ? "'" : "";
    this.node(term, `${term}\\n${shortened(propertyText(value), quote)}`, depth);
  }

  leave(): void {
    this.paths.pop();
  }

  /** Writes a node and the edge to it; gives its path. */
  private node(term: Term, label: string, depth: number): string {
    const parent = this.paths[depth - 1];
    const path = `${parent}/${term}`;
    this.out.write(`"${path}" [ label = "${label}" ]\n"${parent}" -> "${path}"\n`);
    return path;
  }
}

/** The value on one line, cut after twelve characters if it has more than fifteen; an opening quote counts. */
function shortened(text: string, quote: string): string {
  // Of a long text only the beginning matters, unless it begins with line ends that become one space.
  const line = `${quote}${text.replace(/[\n\r]+/g, " ")}`;
  return line.length > 15 ? `${line.slice(0, 12)}...${quote}` : `${line}${quote}`;
}
