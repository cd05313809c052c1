/**
 * The formats `pan` and `xml`, which are one: an element for each value, named after its type.
 *
 * Names of children of a dict are attributes. Keys are letters, digits, `_`, `+`, `-` and `.`, so they need no
 * escapes. A string that XML cannot hold is written in Base64, and marked so.
 */

import { encodeBase64 } from "../java/base64.ts";
import { List } from "../tree/list.ts";
import type { Term } from "../tree/term.ts";
import { type Property, type Resource, typeName } from "../tree/value.ts";
import { indentation } from "./indentation.ts";
import { KnownTexts } from "./known-texts.ts";
import type { Profile } from "./profile.ts";
import { propertyText } from "./property-text.ts";
import type { TextOutput } from "./text-output.ts";
import { type TreeVisitor, type Walk, walkTree } from "./walk-tree.ts";
import { xmlText } from "./xml-text.ts";

export function writeXml(profile: Profile, out: TextOutput, walk: Walk = walkTree): void {
  out.write('<?xml version="1.0" encoding="UTF-8"?>');
  walk(profile.root, new XmlWriter(out));
}

const indent = indentation(4);
const rootAttributes = ' format="pan" name="profile"';

const known = new KnownTexts();

class XmlWriter implements TreeVisitor {
  private readonly out: TextOutput;

  constructor(out: TextOutput) {
    this.out = out;
  }

  enter(term: Term | undefined, resource: Resource, depth: number): void {
    const attributes = term === undefined ? rootAttributes : nameAttribute(term);
    const end = resource.size === 0 ? "/>\n" : ">\n";
    this.out.write(`${indent(depth)}<${tagOf(resource)}${attributes}${end}`);
  }

  property(term: Term, value: Property, depth: number): void {
    if (typeof value === "string") {
      this.string(term, value, depth);
    } else {
      const tag = typeName(value);
      this.out.write(
        `${indent(depth)}<${tag}${nameAttribute(term)}>${propertyText(value)}</${tag}>\n`,
      );
    }
  }

  shortCut(resource: Resource, depth: number, write: () => void): boolean {
    return known.write(this.out, resource, depth, write);
  }

  leave(resource: Resource, depth: number): void {
    if (resource.size > 0) this.out.write(`${indent(depth)}</${tagOf(resource)}>\n`);
  }

  private string(term: Term, value: string, depth: number): void {
    const start = `${indent(depth)}<string${nameAttribute(term)}`;
    if (value === "") {
      this.out.write(`${start}/>\n`);
      return;
    }
    const text = xmlText(value);
    this.out.write(
      text === undefined
        ? `${start} encoding="base64">${encodeBase64(value)}</string>\n`
        : `${start}>${text}</string>\n`,
    );
  }
}

function nameAttribute(term: Term): string {
  return typeof term === "string" ? ` name="${term}"` : "";
}

function tagOf(resource: Resource): string {
  return resource instanceof List ? "list" : "nlist";
}
