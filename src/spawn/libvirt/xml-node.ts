/** Documents of libvirt as data, and how they are printed. */

import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";

export interface XmlNode {
  /** With its prefix, if it has a namespace. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly attributes: readonly (readonly [string, string])[];
  readonly text: string | undefined;
  readonly children: readonly XmlNode[];
}

/** Undefined attributes and children are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;
export type Children = readonly (XmlNode | readonly XmlNode[] | undefined)[];

export function element(name: string, attributes: Attributes = {}, ...children: Children): XmlNode {
  return {
    name,
    namespace: undefined,
    attributes: present(attributes),
    text: undefined,
    children: children.flat().filter((child) => child !== undefined),
  };
}

/** An element that holds a text. */
export function leaf(name: string, text: string | number, attributes: Attributes = {}): XmlNode {
  return { ...element(name, attributes), text: String(text) };
}

/** An element of a namespace other than libvirt's own, which is none. */
export function foreign(
  namespace: string,
  name: string,
  attributes: Attributes = {},
  ...children: Children
): XmlNode {
  return { ...element(name, attributes, ...children), namespace };
}

/** An element that is left out if there is nothing in it. */
export function group(
  name: string,
  attributes: Attributes,
  ...children: Children
): XmlNode | undefined {
  const node = element(name, attributes, ...children);
  return node.children.length === 0 && node.attributes.length === 0 ? undefined : node;
}

/** A whole document; the comment stands at its head. */
export function printDocument(comment: readonly string[], root: XmlNode): string {
  const document = create({ version: "1.0", encoding: "UTF-8", skipWhitespaceOnlyText: false });
  for (const line of comment) document.com(` ${withoutDashes(line)} `);
  write(document, root);
  return `${document.end({ prettyPrint: true })}\n`;
}

function write(parent: XMLBuilder, node: XmlNode): void {
  const child =
    node.namespace === undefined ? parent.ele(node.name) : parent.ele(node.namespace, node.name);
  for (const [name, value] of node.attributes) child.att(name, verbatim(value));
  if (node.text !== undefined) child.txt(verbatim(node.text));
  for (const grandchild of node.children) write(child, grandchild);
}

function present(attributes: Attributes): readonly (readonly [string, string])[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  );
}

/** xmlbuilder2 takes `&amp;` and its like for escaped already, so that it must be. */
function verbatim(text: string): string {
  return text.replaceAll("&", "&amp;");
}

/** Two dashes would end a comment. */
function withoutDashes(text: string): string {
  return text.replace(/-(?=-)/g, "- ");
}
