/**
 * Reading the value of a shape from an element that its schema has accepted.
 *
 * What the schema guarantees is not checked again: a failure here is a mistake of ours.
 */

import { assertNever } from "../../base/assert-never.ts";
import { invariant } from "../../base/invariant.ts";
import type { Place } from "../model/model.ts";
import type { RecordShape, Shape } from "./shape.ts";

/** An element of an XML document, as plain data. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** From 1. */
  readonly line: number;
  /** All text in it. */
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
}

/** Is told of each element that holds a value. */
export type Visit = (place: Place, element: XmlElement) => void;

export function readXml(shape: Shape, element: XmlElement, place: Place, visit: Visit): unknown {
  visit(place, element);
  switch (shape.kind) {
    case "text":
    case "choice":
      return element.text;
    case "integer":
      return Number(element.text.trim());
    case "boolean":
      return element.text.trim() === "true";
    case "list":
      return element.children.map((child, index) =>
        readXml(shape.item, child, [...place, index], visit),
      );
    case "map":
      return new Map(
        element.children.map((child) => {
          const key = child.attributes.get(shape.attribute);
          invariant(key !== undefined, `the schema wants the attribute ${shape.attribute}`);
          return [key, readXml(shape.item, child, [...place, key], visit)];
        }),
      );
    case "record":
      return readFields(shape, element, place, visit);
    case "variant": {
      const [child] = element.children;
      const chosen = child === undefined ? undefined : shape.cases[child.name];
      invariant(child !== undefined && chosen !== undefined, "the schema wants one of the cases");
      return { [child.name]: readXml(chosen.shape, child, [...place, child.name], visit) };
    }
    default:
      return assertNever(shape);
  }
}

function readFields(shape: RecordShape, element: XmlElement, place: Place, visit: Visit): unknown {
  return Object.fromEntries(
    element.children.map((child) => {
      const field = shape.fields[child.name];
      invariant(field !== undefined, `the schema has no element ${child.name}`);
      return [child.name, readXml(field.shape, child, [...place, child.name], visit)];
    }),
  );
}
