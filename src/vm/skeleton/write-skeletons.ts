/** The four skeletons of a machine, as XML. */

import { create } from "xmlbuilder2";
import type { VmModel } from "../model/model.ts";
import { writeFields } from "../shape/write-xml.ts";
import {
  type SkeletonKind,
  skeletonFileName,
  skeletonKinds,
  skeletonNamespace,
  skeletonShapes,
} from "./kinds.ts";

export interface SkeletonDocument {
  readonly kind: SkeletonKind;
  /** Name of its file, such as `web1.network.xml`. */
  readonly name: string;
  readonly content: string;
}

export function writeSkeletons(vm: VmModel): readonly SkeletonDocument[] {
  return skeletonKinds.map((kind) => ({
    kind,
    name: skeletonFileName(vm.system.name, kind),
    content: writeSkeleton(vm, kind),
  }));
}

/** One of them. */
export function writeSkeleton(vm: VmModel, kind: SkeletonKind): string {
  const document = create({
    version: "1.0",
    encoding: "UTF-8",
    defaultNamespace: { ele: skeletonNamespace(kind), att: null },
    skipWhitespaceOnlyText: false,
  });
  const root = document.ele(kind, { vm: vm.system.name, profile: vm.profile, digest: vm.digest });
  writeFields(root, skeletonShapes[kind], contentOf(vm, kind));
  // A carriage return would be read back as a line feed; none but those of texts are in here.
  const text = document.end({ prettyPrint: true }).replaceAll("\r", "&#13;");
  return `${text}\n`;
}

/** What a skeleton of a kind says of the machine. */
export function contentOf(vm: VmModel, kind: SkeletonKind): object {
  return kind === "system" ? { ...vm.system, hardware: vm.hardware } : vm[kind];
}
