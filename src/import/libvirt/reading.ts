/**
 * Reading a domain: what was looked at is remembered, so that the rest can be reported.
 */

import type { Span } from "../../text/span.ts";
import type { XmlElement } from "../../vm/shape/read-xml.ts";

export interface Reading {
  /** The only child of that name, or the first one. */
  readonly child: (parent: XmlElement | undefined, name: string) => XmlElement | undefined;
  /** All children of that name. */
  readonly children: (parent: XmlElement | undefined, name: string) => readonly XmlElement[];
  readonly attribute: (element: XmlElement | undefined, name: string) => string | undefined;
  /** The text of an element without children. */
  readonly text: (element: XmlElement | undefined) => string | undefined;
  /** Everything in an element is known, or of no account. */
  readonly pass: (element: XmlElement | undefined) => void;
  readonly span: (element: XmlElement) => Span;
  /** Whether an element, an attribute of it, or its text (`#text`) was looked at. */
  readonly isRead: (element: XmlElement, part?: string) => boolean;
  readonly isPassed: (element: XmlElement) => boolean;
}

export function createReading(span: (element: XmlElement) => Span): Reading {
  const read = new Map<XmlElement, Set<string>>();
  const passed = new Set<XmlElement>();
  const mark = (element: XmlElement, part?: string): void => {
    const parts = read.get(element) ?? new Set();
    if (part !== undefined) parts.add(part);
    read.set(element, parts);
  };
  const children = (parent: XmlElement | undefined, name: string): readonly XmlElement[] => {
    const found = parent?.children.filter((child) => child.name === name) ?? [];
    for (const element of found) mark(element);
    return found;
  };
  return {
    children,
    child(parent, name) {
      const element = parent?.children.find((child) => child.name === name);
      if (element !== undefined) mark(element);
      return element;
    },
    attribute(element, name) {
      if (element === undefined) return undefined;
      mark(element, name);
      return element.attributes.get(name);
    },
    text(element) {
      if (element === undefined) return undefined;
      mark(element, "#text");
      return element.text;
    },
    pass(element) {
      if (element !== undefined) passed.add(element);
    },
    span,
    isRead: (element, part) => {
      const parts = read.get(element);
      return parts !== undefined && (part === undefined || parts.has(part));
    },
    isPassed: (element) => passed.has(element),
  };
}
