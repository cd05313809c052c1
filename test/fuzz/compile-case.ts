/** Compiles a case and writes its profiles in every format. */

import { compile } from "../../src/pan/compiler/compile.ts";
import type { ProfileFormat } from "../../src/pan/profile/profile.ts";
import { isUnknownFormat, selectFormats } from "../../src/pan/profile/select-formats.ts";
import { profileText } from "../../src/pan/profile/write-profile.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import type { FuzzCase } from "./fuzz-case.ts";
import { memorySource, root } from "./memory-source.ts";
import type { FinishedProfile, Outcome } from "./properties/property.ts";

const formats = textFormats();

export function compileCase({ dialect, files }: FuzzCase): Pick<Outcome, "output" | "profiles"> {
  const profiles: FinishedProfile[] = [];
  const output = compile({
    host: memorySource(files),
    files: [...files.keys()]
      .filter((name) => name.endsWith(".pan"))
      .map((name) => `${root}/${name}`),
    options: {
      dialect,
      includePath: [root],
      // Lower than the command line's, so that nested loops end within the time that an input has.
      maxIteration: 50,
      maxRecursion: 50,
      deprecationWarnings: "on",
      initialData: new Dict(),
      debugs: () => true,
      build: true,
    },
    print: () => {},
    onProfile: (profile) => {
      const written = formats.map(
        (format) => [format.suffix, profileText(format, profile)] as const,
      );
      profiles.push({ name: profile.name, file: profile.file, written: new Map(written) });
    },
  });
  return { output, profiles };
}

function textFormats(): readonly ProfileFormat[] {
  const selected = selectFormats("pan,json,text,dot,dep");
  if (isUnknownFormat(selected)) throw new Error(`There is no format ${selected.unknown}.`);
  return selected;
}
