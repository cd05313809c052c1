/**
 * The XML Schema of a shape.
 *
 * Texts with a form become named types; everything else stands where it is used, with its summary as documentation.
 */

import { create } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { assertNever } from "../../base/assert-never.ts";
import { compareCodeUnits } from "../../base/compare.ts";
import type { Pattern } from "./pattern.ts";
import type { IntegerShape, MapShape, RecordShape, Shape, TextShape } from "./shape.ts";

export interface SchemaDescription {
  readonly namespace: string;
  /** Name of the outermost element. */
  readonly root: string;
  readonly summary: string;
  readonly shape: RecordShape;
  /** The attributes of the outermost element, all of them required. */
  readonly attributes: readonly AttributeDescription[];
}

export interface AttributeDescription {
  readonly name: string;
  readonly pattern: Pattern;
  readonly summary: string;
}

export function writeXsd(description: SchemaDescription): string {
  const { namespace, root, summary, shape, attributes } = description;
  const document = create({ version: "1.0", encoding: "UTF-8" });
  const schema = document.ele("http://www.w3.org/2001/XMLSchema", "xs:schema", {
    "xmlns:s": namespace,
    targetNamespace: namespace,
    elementFormDefault: "qualified",
  });
  const ctx: SchemaContext = { patterns: new Map() };
  const type = element(schema, root, summary).ele("xs:complexType");
  writeFields(ctx, type, shape);
  for (const { name, pattern, summary: text } of attributes) {
    const attribute = { name, type: typeOf(ctx, pattern), use: "required" };
    annotate(type.ele("xs:attribute", attribute), text);
  }
  writeQuantity(schema);
  const patterns = [...ctx.patterns.values()];
  for (const pattern of patterns.toSorted((a, b) => compareCodeUnits(a.name, b.name))) {
    writePattern(schema, pattern);
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

interface SchemaContext {
  /** The patterns in use, by name. */
  readonly patterns: Map<string, Pattern>;
}

/** Name of the type of a pattern, which is then declared. */
function typeOf(ctx: SchemaContext, pattern: Pattern): string {
  ctx.patterns.set(pattern.name, pattern);
  return `s:${pattern.name}`;
}

function typeOfText(ctx: SchemaContext, { pattern }: TextShape): string {
  return pattern === undefined ? "xs:string" : typeOf(ctx, pattern);
}

function element(
  parent: XMLBuilder,
  name: string,
  summary?: string,
  occurs: Readonly<Record<string, string>> = {},
): XMLBuilder {
  const child = parent.ele("xs:element", { name, ...occurs });
  if (summary !== undefined) annotate(child, summary);
  return child;
}

function annotate(parent: XMLBuilder, summary: string): void {
  parent.ele("xs:annotation").ele("xs:documentation").txt(summary);
}

const anyNumber = { minOccurs: "0", maxOccurs: "unbounded" };

function writeFields(ctx: SchemaContext, type: XMLBuilder, shape: RecordShape): void {
  const sequence = type.ele("xs:sequence");
  for (const [name, field] of Object.entries(shape.fields)) {
    const occurs = field.presence === "optional" ? { minOccurs: "0" } : {};
    writeContent(ctx, element(sequence, name, field.summary, occurs), field.shape);
  }
}

/** Says what is in an element. */
function writeContent(ctx: SchemaContext, parent: XMLBuilder, shape: Shape): void {
  switch (shape.kind) {
    case "text":
      parent.att("type", typeOfText(ctx, shape));
      return;
    case "boolean":
      writeEnumeration(parent, ["true", "false"]);
      return;
    case "choice":
      writeEnumeration(parent, shape.choices);
      return;
    case "integer":
      writeInteger(parent, shape);
      return;
    case "list": {
      const sequence = parent.ele("xs:complexType").ele("xs:sequence");
      writeContent(ctx, element(sequence, shape.element, undefined, anyNumber), shape.item);
      return;
    }
    case "map":
      writeMap(ctx, parent, shape);
      return;
    case "record":
      writeFields(ctx, parent.ele("xs:complexType"), shape);
      return;
    case "variant": {
      const choice = parent.ele("xs:complexType").ele("xs:choice");
      for (const [name, chosen] of Object.entries(shape.cases)) {
        writeContent(ctx, element(choice, name, chosen.summary), chosen.shape);
      }
      return;
    }
    default:
      assertNever(shape);
  }
}

function writeEnumeration(parent: XMLBuilder, values: readonly string[]): void {
  const restriction = parent.ele("xs:simpleType").ele("xs:restriction", { base: "xs:string" });
  for (const value of values) restriction.ele("xs:enumeration", { value });
}

function writeInteger(parent: XMLBuilder, shape: IntegerShape): void {
  if (shape.unit === undefined) {
    writeBounds(parent.ele("xs:simpleType").ele("xs:restriction", { base: "xs:integer" }), shape);
    return;
  }
  const content = parent.ele("xs:complexType").ele("xs:simpleContent");
  const restriction = content.ele("xs:restriction", { base: "s:quantity" });
  writeBounds(restriction, shape);
  const unit = { name: "unit", type: "xs:string", fixed: shape.unit, use: "required" };
  restriction.ele("xs:attribute", unit);
}

function writeBounds(restriction: XMLBuilder, { minimum, maximum, only }: IntegerShape): void {
  if (only === undefined) {
    restriction.ele("xs:minInclusive", { value: String(minimum) });
    restriction.ele("xs:maxInclusive", { value: String(maximum) });
  }
  for (const value of only ?? []) restriction.ele("xs:enumeration", { value: String(value) });
}

function writeMap(ctx: SchemaContext, parent: XMLBuilder, shape: MapShape): void {
  const sequence = parent.ele("xs:complexType").ele("xs:sequence");
  const type = element(sequence, shape.element, undefined, anyNumber).ele("xs:complexType");
  const key = { name: shape.attribute, type: typeOf(ctx, shape.keys), use: "required" };
  if (shape.item.kind === "record") {
    writeFields(ctx, type, shape.item);
    type.ele("xs:attribute", key);
  } else {
    const base = typeOfText(ctx, shape.item);
    type.ele("xs:simpleContent").ele("xs:extension", { base }).ele("xs:attribute", key);
  }
  const unique = parent.ele("xs:unique", { name: `${shape.element}-by-${shape.attribute}` });
  unique.ele("xs:selector", { xpath: `s:${shape.element}` });
  unique.ele("xs:field", { xpath: `@${shape.attribute}` });
}

/** A number with a unit beside it; each use says which unit and which numbers. */
function writeQuantity(schema: XMLBuilder): void {
  const type = schema.ele("xs:complexType", { name: "quantity" });
  annotate(type, "a whole number of units");
  const extension = type.ele("xs:simpleContent").ele("xs:extension", { base: "xs:integer" });
  extension.ele("xs:attribute", { name: "unit", type: "xs:string", use: "required" });
}

function writePattern(schema: XMLBuilder, pattern: Pattern): void {
  const type = schema.ele("xs:simpleType", { name: pattern.name });
  annotate(type, pattern.wanted);
  const restriction = type.ele("xs:restriction", { base: "xs:string" });
  restriction.ele("xs:pattern", { value: pattern.source });
  if (pattern.maxLength === undefined) return;
  restriction.ele("xs:maxLength", { value: String(pattern.maxLength) });
}
