/** What the model of machines and the backends say of a profile that describes one. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { buildVm } from "../../pipeline/build.ts";
import { describesMachine } from "../../pipeline/describes-machine.ts";
import { noSpan } from "../../text/span.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { AnalysedProfile } from "./profiles.ts";

export function diagnoseMachine(
  { settings }: Workspace,
  profile: AnalysedProfile,
): readonly Diagnostic[] {
  const { root, provenance, name, file, isSound } = profile;
  if (!isSound || root === undefined || !describesMachine({ ...profile, root })) return [];
  const { diagnostics } = buildVm({
    profileName: name,
    root,
    digest: `sha256:${"0".repeat(64)}`,
    // A secret that cannot be read here may well be there on the host.
    target: { ...settings.target, readSecret: () => "secret" },
    locate: (place) => provenance?.origin(place)?.span ?? { ...noSpan, file },
  });
  return diagnostics;
}
