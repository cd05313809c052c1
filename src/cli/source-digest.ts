/** A digest of everything a profile was made from, so that what is spawned can say what it came from. */

import { createHash } from "node:crypto";
import { compareCodeUnits } from "../base/compare.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";
import type { Environment } from "./command.ts";

/** The same for the same templates, wherever they lie, if rules have added the same. */
export function sourceDigest(
  { dependencies }: CompiledProfile,
  additions: readonly string[],
  { host }: Pick<Environment, "host">,
): string {
  const hash = createHash("sha256");
  const sorted = dependencies.toSorted(
    (a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.kind, b.kind),
  );
  for (const { name, kind, directory } of sorted) {
    const extension = kind === "PAN" ? ".pan" : kind === "TPL" ? ".tpl" : "";
    const bytes =
      directory === undefined ? undefined : host.readBytes(`${directory}/${name}${extension}`);
    hash.update(`${kind} ${name} ${bytes?.length ?? "absent"}\n`);
    if (bytes !== undefined) hash.update(bytes);
  }
  for (const addition of additions) hash.update(`RULES ${addition}\n`);
  return `sha256:${hash.digest("hex")}`;
}
