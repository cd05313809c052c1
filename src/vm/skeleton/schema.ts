/** The XML Schemas of the skeletons; `schemas/` holds them for other programs. */

import * as pattern from "../shape/pattern.ts";
import { type AttributeDescription, writeXsd } from "../shape/write-xsd.ts";
import {
  type SkeletonKind,
  skeletonNamespace,
  skeletonShapes,
  skeletonSummaries,
} from "./kinds.ts";

const attributes: readonly AttributeDescription[] = [
  { name: "vm", pattern: pattern.vmName, summary: "name of the machine" },
  { name: "profile", pattern: pattern.profileName, summary: "object template that describes it" },
  { name: "digest", pattern: pattern.digest, summary: "digest of the source" },
];

/** The schema of a kind; it never changes while the program runs, so it is written once. */
export function skeletonSchema(kind: SkeletonKind): string {
  let schema = written.get(kind);
  if (schema === undefined) {
    schema = writeXsd({
      namespace: skeletonNamespace(kind),
      root: kind,
      summary: skeletonSummaries[kind],
      shape: skeletonShapes[kind],
      attributes,
    });
    written.set(kind, schema);
  }
  return schema;
}

const written = new Map<SkeletonKind, string>();
