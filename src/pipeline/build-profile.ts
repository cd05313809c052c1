/** Profiles that describe machines: what becomes of them behind the compiler. */

import type { CompiledProfile } from "../pan/compiler/compile.ts";
import { noSpan } from "../text/span.ts";
import { type BuildResult, buildVm, type Target } from "./build.ts";

/** `digest` is that of its sources, such as `sha256:…`. */
export function buildProfile(
  { name, root, file, provenance }: CompiledProfile,
  digest: string,
  target: Target,
): BuildResult {
  return buildVm({
    profileName: name,
    root,
    digest,
    target,
    locate: (place) => provenance.origin(place)?.span ?? { ...noSpan, file },
  });
}
