/** What stored skeletons say. */
import { readFileSync } from "node:fs";
import type { VmModel } from "../../src/vm/model/model.ts";
import { readSkeletons } from "../../src/vm/skeleton/read-skeletons.ts";

export async function readModel(files: readonly string[]): Promise<VmModel> {
  const texts = files.map((file) => ({ file, text: readFileSync(file, "utf8") }));
  const { model, diagnostics } = await readSkeletons(texts);
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return model;
}
