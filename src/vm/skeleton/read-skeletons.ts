/** From the four skeletons of a machine back to its model. */

import { assertNever } from "../../base/assert-never.ts";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { lineIndex } from "../../text/line-index.ts";
import { noSpan, type Span } from "../../text/span.ts";
import { checkModel } from "../model/check-model.ts";
import { formatPlace, type VmModel } from "../model/model.ts";
import { createReporter, type Locate } from "../reporter.ts";
import { readXml, type XmlElement } from "../shape/read-xml.ts";
import { checkSet } from "./check-set.ts";
import {
  placeInModel,
  type SkeletonKind,
  skeletonKinds,
  skeletonNamespace,
  skeletonShapes,
} from "./kinds.ts";
import { skeletonSchema } from "./schema.ts";
import { lineSpan, type SkeletonSource } from "./skeleton-source.ts";
import { loadXmlReader, type XmlProblem, type XmlReader } from "./xml-document.ts";

export interface SkeletonText {
  /** Its path, for diagnostics. */
  readonly file: string;
  readonly text: string;
}

export interface ReadSkeletonsResult {
  /** Undefined if there are errors. */
  readonly model: VmModel | undefined;
  /** Where in the skeletons the value at a place is. */
  readonly locate: Locate;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the skeletons of one machine, given in any order. */
export async function readSkeletons(texts: readonly SkeletonText[]): Promise<ReadSkeletonsResult> {
  const reader = await loadXmlReader();
  const results = texts.map((text) => readDocument(reader, text));
  const documents = results.flatMap(({ document }) => (document === undefined ? [] : [document]));
  const found: Diagnostic[] = results.flatMap(({ diagnostics }) => diagnostics);
  if (found.length === 0) found.push(...checkSet(documents));
  if (found.length > 0) return { model: undefined, locate: () => noSpan, diagnostics: found };

  const places = new Map<string, Span>();
  const contents = documents.map(
    (document) => [document.kind, readContent(document, places)] as const,
  );
  const model = assemble(documents, new Map(contents));
  const locate = locator(places);
  const reporter = createReporter(locate);
  checkModel(model, reporter.report);
  return {
    model: reporter.failed() ? undefined : model,
    locate,
    diagnostics: reporter.diagnostics,
  };
}

interface DocumentResult {
  readonly document: SkeletonSource | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function readDocument(reader: XmlReader, { file, text }: SkeletonText): DocumentResult {
  const lines = lineIndex(text);
  const { root, problems } = reader.read(text, (element) => {
    const kind = kindOf(element);
    return kind === undefined ? undefined : skeletonSchema(kind);
  });
  const kind = root === undefined ? undefined : kindOf(root);
  const diagnostics = problems.map((problem) =>
    describeProblem(problem, lineSpan(file, lines, problem.line ?? 1), kind),
  );
  if (root === undefined || diagnostics.length > 0) return { document: undefined, diagnostics };
  if (kind !== undefined) return { document: { file, lines, kind, root }, diagnostics };
  const span = lineSpan(file, lines, root.line);
  const args = { element: root.name, namespace: root.namespace };
  return { document: undefined, diagnostics: [diagnostic("skeleton-of-unknown-kind", span, args)] };
}

function kindOf(root: XmlElement): SkeletonKind | undefined {
  return skeletonKinds.find(
    (kind) => root.name === kind && root.namespace === skeletonNamespace(kind),
  );
}

/** What the XML reader refuses; `kind` is that of the skeleton, where it is known. */
export function describeProblem(
  problem: XmlProblem,
  span: Span,
  kind: SkeletonKind | undefined,
): Diagnostic {
  switch (problem.kind) {
    case "not-well-formed":
      return diagnostic("skeleton-not-well-formed", span, { problem: problem.message });
    case "doctype":
      return diagnostic("skeleton-with-doctype", span, {});
    case "invalid":
      return diagnostic("skeleton-invalid", span, {
        problem: problem.message,
        kind: kind ?? "KIND",
      });
    default:
      return assertNever(problem.kind);
  }
}

function readContent(
  { file, lines, kind, root }: SkeletonSource,
  places: Map<string, Span>,
): unknown {
  return readXml(skeletonShapes[kind], root, [], (place, element) => {
    places.set(formatPlace(placeInModel(kind, place)), lineSpan(file, lines, element.line));
  });
}

function assemble(
  documents: readonly SkeletonSource[],
  contents: ReadonlyMap<SkeletonKind, unknown>,
): VmModel {
  const attributes = documents[0]?.root.attributes;
  const { hardware, ...system } = contents.get("system") as VmModel["system"] &
    Pick<VmModel, "hardware">;
  return {
    profile: attributes?.get("profile") ?? "",
    digest: attributes?.get("digest") ?? "",
    hardware,
    network: contents.get("network") as VmModel["network"],
    system,
    storage: contents.get("storage") as VmModel["storage"],
    software: contents.get("software") as VmModel["software"],
  };
}

/** The place itself, or what is nearest above it: what is absent has no line of its own. */
function locator(places: ReadonlyMap<string, Span>): Locate {
  return (place) => {
    for (let length = place.length; length > 0; length--) {
      const span = places.get(formatPlace(place.slice(0, length)));
      if (span !== undefined) return span;
    }
    return noSpan;
  };
}
