/** Profiles that describe machines: what becomes of them behind the compiler. */

import { type BuildResult, buildVm, type Target } from "../pipeline/build.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import type { JudgedProfile } from "./rule-run.ts";
import { sourceDigest } from "./source-digest.ts";

export function buildProfile(
  { profile, additions }: JudgedProfile,
  target: Target,
  environment: Pick<Environment, "host">,
): BuildResult {
  return buildVm({
    profileName: profile.name,
    root: profile.root,
    digest: sourceDigest(profile, additions, environment),
    target,
    locate: (place) => profile.provenance.origin(place)?.span ?? { ...noSpan, file: profile.file },
  });
}
