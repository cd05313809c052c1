/** Groups of object templates that one run of a compiler takes. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findObjects, type ObjectTemplate } from "./find-objects.ts";
import { randomTemplates } from "./random-templates.ts";
import type { FolderSource, RandomSource } from "./reference-options.ts";

export interface Batch {
  readonly includePath: readonly string[];
  readonly objects: readonly ObjectTemplate[];
}

/** Large enough to pay for starting a compiler, small enough to say soon what differs. */
const batchSize = 100;

/** The batches of a folder, or of random templates that are written below `scratch`. */
export function makeBatches(
  source: FolderSource | RandomSource,
  scratch: string,
): readonly Batch[] {
  if ("seed" in source) return generate(source, join(scratch, "templates"));
  const { folder, includePath } = source;
  const objects = findObjects(folder);
  if (includePath !== undefined) return split(includePath, objects);
  return [...byDirectory(objects)].flatMap(([directory, group]) => split([directory], group));
}

function generate({ seed, runs }: RandomSource, folder: string): readonly Batch[] {
  const objects = [...randomTemplates(seed, runs)].map(([name, text]) => {
    const file = join(folder, `${name}.pan`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return { name, file };
  });
  return split([folder], objects);
}

function byDirectory(
  objects: readonly ObjectTemplate[],
): ReadonlyMap<string, readonly ObjectTemplate[]> {
  const groups = new Map<string, ObjectTemplate[]>();
  for (const object of objects) {
    const directory = dirname(object.file);
    groups.set(directory, [...(groups.get(directory) ?? []), object]);
  }
  return groups;
}

function split(
  includePath: readonly string[],
  objects: readonly ObjectTemplate[],
): readonly Batch[] {
  return objects
    .filter((_, i) => i % batchSize === 0)
    .map((_, i) => ({
      includePath,
      objects: objects.slice(i * batchSize, (i + 1) * batchSize),
    }));
}
