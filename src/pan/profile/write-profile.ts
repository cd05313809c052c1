/** Writing a profile in one format. */

import type { Profile, ProfileFormat } from "./profile.ts";
import { TextOutput } from "./text-output.ts";

/** Path of the file below the output directory; a name with slashes leads to directories. */
export function profileFileName(profileName: string, format: ProfileFormat): string {
  return `${profileName}.${format.suffix}`;
}

/** Gives the text chunk by chunk, to be written as UTF-8; a profile can be longer than a string can be. */
export function writeProfile(
  format: ProfileFormat,
  profile: Profile,
  sink: (chunk: string) => void,
): void {
  const out = new TextOutput(sink);
  format.write(profile, out);
  out.end();
}

/** The whole text. */
export function profileText(format: ProfileFormat, profile: Profile): string {
  const chunks: string[] = [];
  writeProfile(format, profile, (chunk) => chunks.push(chunk));
  return chunks.join("");
}
