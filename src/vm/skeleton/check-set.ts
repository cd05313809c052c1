/** Whether skeletons belong together: one of each kind, all of one machine and one build. */

import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import { noSpan, type Span } from "../../text/span.ts";
import { skeletonKinds } from "./kinds.ts";
import { lineSpan, type SkeletonSource } from "./skeleton-source.ts";

export function checkSet(documents: readonly SkeletonSource[]): readonly Diagnostic[] {
  const [first] = documents;
  return [
    ...checkKinds(documents),
    ...(first === undefined
      ? []
      : documents.flatMap((document) => compareOrigins(first, document))),
    ...documents.flatMap(checkName),
  ];
}

function checkKinds(documents: readonly SkeletonSource[]): readonly Diagnostic[] {
  return skeletonKinds.flatMap((kind) => {
    const [one, ...more] = documents.filter((document) => document.kind === kind);
    if (one === undefined) return [diagnostic("skeleton-missing", noSpan, { kind })];
    return more.map((document) => diagnostic("skeleton-duplicate", rootSpan(document), { kind }));
  });
}

function compareOrigins(first: SkeletonSource, document: SkeletonSource): readonly Diagnostic[] {
  return ["vm", "profile", "digest"].flatMap((attribute) =>
    compare(document, attribute, first.root.attributes.get(attribute) ?? "", first.kind),
  );
}

/** The name in the system skeleton is the one that all of them carry. */
function checkName(document: SkeletonSource): readonly Diagnostic[] {
  const name = document.root.children.find(({ name: element }) => element === "name");
  if (document.kind !== "system" || name === undefined) return [];
  return compare(document, "vm", name.text, "system");
}

function compare(
  document: SkeletonSource,
  attribute: string,
  other: string,
  kind: string,
): readonly Diagnostic[] {
  const value = document.root.attributes.get(attribute) ?? "";
  if (value === other) return [];
  const args = { attribute, value, other, kind };
  return [diagnostic("skeleton-of-other-vm", rootSpan(document), args)];
}

function rootSpan({ file, lines, root }: SkeletonSource): Span {
  return lineSpan(file, lines, root.line);
}
