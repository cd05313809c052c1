/** A digest of everything a profile was made from, so that what is spawned can say what it came from. */

import { compareCodeUnits } from "../base/compare.ts";
import type { Host } from "../host/host.ts";
import type { CompiledProfile } from "../pan/compiler/compile.ts";

/** SHA-256 of all parts as one, texts in UTF-8, as hexadecimal digits. */
export type Sha256 = (parts: readonly (string | Uint8Array)[]) => string;

/** The same for the same templates, wherever they lie, if rules have added the same. */
export function sourceDigest(
  { dependencies }: CompiledProfile,
  additions: readonly string[],
  host: Pick<Host, "readBytes">,
  sha256: Sha256,
): string {
  const sorted = dependencies.toSorted(
    (a, b) => compareCodeUnits(a.name, b.name) || compareCodeUnits(a.kind, b.kind),
  );
  const parts = sorted.flatMap(({ name, kind, directory }) => {
    const extension = kind === "PAN" ? ".pan" : kind === "TPL" ? ".tpl" : "";
    const bytes =
      directory === undefined ? undefined : host.readBytes(`${directory}/${name}${extension}`);
    const title = `${kind} ${name} ${bytes?.length ?? "absent"}\n`;
    return bytes === undefined ? [title] : [title, bytes];
  });
  return `sha256:${sha256([...parts, ...additions.map((addition) => `RULES ${addition}\n`)])}`;
}
