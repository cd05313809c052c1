/** `vmcs build`: the whole road from descriptions to files for Xen. */

import { Command } from "commander";
import { type Diagnostic, diagnostic } from "../../diagnostics/diagnostic.ts";
import type { OutputFile } from "../../host/host.ts";
import { displayPath } from "../../host/path.ts";
import type { CompiledProfile } from "../../pan/compiler/compile.ts";
import type { ProfileFormat } from "../../pan/profile/profile.ts";
import { profileFileName, profileText } from "../../pan/profile/write-profile.ts";
import { buildVm } from "../../pipeline/build.ts";
import { noSecrets } from "../../spawn/backend.ts";
import { noSpan } from "../../text/span.ts";
import type { Environment, RunCommand } from "../command.ts";
import { addCompileOptions, parseCommand, type RawCompileOptions } from "../compile-options.ts";
import { exitStatus } from "../exit-status.ts";
import { finish, type Outcome } from "../finish.ts";
import { profileFormats } from "../profile-formats.ts";
import { runCompile, statistics } from "../run-compile.ts";
import { sourceDigest } from "../source-digest.ts";
import { UsageError } from "../usage-error.ts";

interface RawOptions extends RawCompileOptions {
  readonly formats: string;
  readonly outputDir: string;
  readonly xenRelease: string;
}

export const buildCommand: RunCommand = (args, environment) =>
  finish(environment, async () => {
    const command = addCompileOptions(new Command("vmcs build"), "vmcs")
      .argument("[files...]", "descriptions of virtual machines, or patterns such as 'vms/*.pan'")
      .option("--formats <list>", "formats of the profile", "json")
      .option("--output-dir <dir>", "where the files go", ".")
      .option("--xen-release <release>", "release of Xen on the host", "4.17");
    if (parseCommand(command, args, environment) === "helped") return exitStatus.clean;
    if (command.args.length === 0) throw new UsageError(diagnostic("nothing-to-do", noSpan, {}));
    return buildFiles(command.args, command.opts<RawOptions>(), environment);
  });

async function buildFiles(
  words: readonly string[],
  raw: RawOptions,
  environment: Environment,
): Promise<Outcome> {
  const { host, terminal } = environment;
  const formats = profileFormats(raw.formats);
  const directory = host.resolve(raw.outputDir);
  if (host.kind(directory) === "file") {
    throw new UsageError(
      diagnostic("directory-missing", noSpan, { what: "output", path: raw.outputDir }),
    );
  }
  const began = host.now();
  const diagnostics: Diagnostic[] = [];
  const written: string[] = [];
  const run = await runCompile(words, raw, environment, true, (profile) => {
    const built = buildProfile(profile, formats, raw, environment);
    diagnostics.push(...built.diagnostics);
    if (built.files.length === 0) return;
    const files = built.files.map(({ path, content }) => ({
      path: `${directory}/${path}`,
      content,
    }));
    const problem = host.writeFiles(files);
    if (problem === undefined) written.push(...built.files.map(({ path }) => path));
    else diagnostics.push(diagnostic("output-unwritable", noSpan, { ...problem }));
  });
  for (const path of written) {
    terminal.stdout(`${displayPath(host.currentDirectory, `${directory}/${path}`)}\n`);
  }
  if (raw.verbose === true) terminal.stdout(statistics(run, host.now() - began));
  return { diagnostics: [...run.diagnostics, ...diagnostics], to: raw.diagnostics, text: run.text };
}

interface BuiltProfile {
  /** Paths below the output directory; none if there are errors. */
  readonly files: readonly OutputFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function buildProfile(
  profile: CompiledProfile,
  formats: readonly ProfileFormat[],
  { xenRelease }: RawOptions,
  environment: Environment,
): BuiltProfile {
  const { files, diagnostics } = buildVm({
    profileName: profile.name,
    root: profile.root,
    digest: sourceDigest(profile, environment),
    target: { backends: ["xen"], xenRelease, readSecret: noSecrets },
    locate: (place) => profile.provenance.origin(place)?.span ?? { ...noSpan, file: profile.file },
  });
  if (files.length === 0) return { files: [], diagnostics };
  const profiles = formats.map((format) => ({
    path: profileFileName(profile.name, format),
    content: profileText(format, profile),
  }));
  return {
    files: [...profiles, ...files.map(({ name, content }) => ({ path: name, content }))],
    diagnostics,
  };
}
