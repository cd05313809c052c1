/** Writing the value of a shape as elements; their order is the shape's. */

import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";
import { assertNever } from "../../base/assert-never.ts";
import { invariant } from "../../base/invariant.ts";
import type { RecordShape, Shape } from "./shape.ts";

/** Writes the fields of a record below an element. */
export function writeFields(element: XMLBuilder, shape: RecordShape, value: object): void {
  for (const [name, field] of Object.entries(shape.fields)) {
    const child = (value as Readonly<Record<string, unknown>>)[name];
    if (child !== undefined) writeContent(element.ele(name), field.shape, child);
  }
}

function writeContent(element: XMLBuilder, shape: Shape, value: unknown): void {
  switch (shape.kind) {
    case "integer":
      if (shape.unit !== undefined) element.att("unit", shape.unit);
      element.txt(String(value));
      return;
    case "text":
    case "boolean":
    case "choice":
      element.txt(verbatim(String(value)));
      return;
    case "list":
      invariant(Array.isArray(value), "the value of a list is an array");
      for (const item of value) writeContent(element.ele(shape.element), shape.item, item);
      return;
    case "map":
      invariant(value instanceof Map, "the value of a map is a Map");
      for (const [key, item] of value) {
        writeContent(element.ele(shape.element).att(shape.attribute, key), shape.item, item);
      }
      return;
    case "record":
      invariant(isObject(value), "the value of a record is an object");
      writeFields(element, shape, value);
      return;
    case "variant":
      invariant(isObject(value), "the value of a variant is an object");
      for (const [name, child] of Object.entries(value)) {
        const chosen = shape.cases[name];
        invariant(chosen !== undefined, `${name} is a case`);
        writeContent(element.ele(name), chosen.shape, child);
      }
      return;
    default:
      assertNever(shape);
  }
}

/** xmlbuilder2 takes `&amp;` and its like for escaped already, so that it must be. */
function verbatim(text: string): string {
  return text.replaceAll("&", "&amp;");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
