/** The writer of descriptions: from what an importer found to an object template that a person goes on with. */

import { invariant } from "../base/invariant.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Hardware, hardware } from "../vm/model/hardware.ts";
import { type Network, network } from "../vm/model/network.ts";
import { type Software, software } from "../vm/model/software.ts";
import { type Storage, storage } from "../vm/model/storage.ts";
import { type System, system } from "../vm/model/system.ts";
import type { RecordShape } from "../vm/shape/shape.ts";
import { isTemplateName } from "./pan-text.ts";
import { panValue } from "./pan-value.ts";
import { printStatements } from "./print-statements.ts";

/** A machine as far as it is known; keys of maps must be such that `isPanKey` holds. */
export interface ImportedVm {
  /** Name of the object template; `isTemplateName` holds. */
  readonly template: string;
  /** Lines at the head of the description. */
  readonly comment: readonly string[];
  readonly roots: ImportedRoots;
}

export interface ImportedRoots {
  readonly hardware?: DeepPartial<Hardware>;
  readonly network?: DeepPartial<Network>;
  readonly system?: DeepPartial<System>;
  readonly storage?: DeepPartial<Storage>;
  readonly software?: DeepPartial<Software>;
}

/** What every importer gives. */
export interface ImportResult {
  /** Undefined only if nothing sensible can be made of the file. */
  readonly vm: ImportedVm | undefined;
  /** All that was not taken over, with places in the imported file. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The value with every field optional. */
export type DeepPartial<T> = T extends string | number | boolean | undefined
  ? T
  : T extends ReadonlyMap<string, infer Item>
    ? ReadonlyMap<string, DeepPartial<Item>>
    : T extends readonly (infer Item)[]
      ? readonly DeepPartial<Item>[]
      : { readonly [Key in keyof T]?: DeepPartial<T[Key]> | undefined };

interface Root {
  readonly name: keyof ImportedRoots;
  readonly shape: RecordShape;
  readonly comment: string;
}

/** In the order in which a description is read. */
const roots: readonly Root[] = [
  { name: "hardware", shape: hardware, comment: "What it is made of." },
  { name: "system", shape: system, comment: "What it is, how it boots, what becomes of it." },
  { name: "network", shape: network, comment: "How it is connected." },
  { name: "storage", shape: storage, comment: "Disks and drives." },
  { name: "software", shape: software, comment: "What runs in it." },
];

export function writeDescription(vm: ImportedVm): string {
  invariant(isTemplateName(vm.template), `${vm.template} can be the name of a template`);
  const head = [
    ...vm.comment.map((line) => `# ${line.replace(/[\n\r]+/g, " ")}`.trimEnd()),
    `object template ${vm.template};`,
  ];
  const groups = roots.flatMap(({ name, shape, comment }) => {
    const root = vm.roots[name];
    const value = root === undefined ? undefined : panValue(shape, root, `/${name}`);
    const statements = value === undefined ? [] : printStatements(value);
    return statements.length === 0 ? [] : [[`# ${comment}`, `prefix '/${name}';`, ...statements]];
  });
  const blocks = [head, ["include 'vmcs/vm';"], ...groups];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
