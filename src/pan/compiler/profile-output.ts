/** The files of a profile: which there are, and how they are written. */

import type { Host } from "../../host/host.ts";
import type { Profile, ProfileFormat } from "../profile/profile.ts";
import { profileFileName, profileText } from "../profile/write-profile.ts";
import type { OutputMark } from "./incremental/build-memory.ts";

/** What is written of each profile; plain data, for threads. */
export interface OutputPlan {
  /** Absolute path. */
  readonly directory: string;
  /** Names of formats. */
  readonly formats: readonly string[];
  /** Whether to tell what was written, for later builds. */
  readonly withDigests: boolean;
}

export interface WrittenProfile {
  /** With the marks that the file system gave them; none if nobody wants to know. */
  readonly files: readonly OutputMark[];
  /** Why they could not be written. */
  readonly problem: { readonly path: string; readonly reason: string } | undefined;
}

/** All files of a profile are written together or not at all. */
export function writeProfileFiles(
  host: Pick<Host, "writeFiles" | "gzip" | "stamp" | "digest">,
  profile: Profile,
  formats: readonly ProfileFormat[],
  { directory, withDigests }: OutputPlan,
): WrittenProfile {
  const outputs = formats.map((format) => {
    const text = profileText(format, profile);
    const content = format.compressed ? host.gzip(new TextEncoder().encode(text)) : text;
    return { path: `${directory}/${profileFileName(profile.name, format)}`, content };
  });
  const problem = host.writeFiles(outputs);
  if (problem !== undefined || !withDigests) return { files: [], problem };
  const files = outputs.map(({ path, content }) => ({
    path,
    mark: host.stamp(path)?.mark ?? "",
    digest: host.digest(content),
  }));
  return { files, problem: undefined };
}
