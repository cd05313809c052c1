/**
 * Runs the fixture of a diagnostic as the command line would, and gives what a terminal shows of it.
 *
 * `CODE.pan` is checked, or built if the code belongs to a later phase. Where more is needed, `CODE.txtar` has the
 * files, and beside them `cmd` with the words of the command, and `denied` with the files that cannot be used.
 */
import { readFileSync } from "node:fs";
import type { RunCommand } from "../../../src/cli/command.ts";
import { packagedTemplates } from "../../../src/cli/compile-options.ts";
import { commands } from "../../../src/cli/registry.ts";
import { unknownCommand } from "../../../src/cli/unknown-command.ts";
import { categories, type DiagnosticCode } from "../../../src/diagnostics/codes.ts";
import { plainPalette } from "../../../src/diagnostics/palette.ts";
import { renderText } from "../../../src/diagnostics/render-text.ts";
import { type MemoryHost, memoryHost } from "../../../src/host/memory/memory-host.ts";
import { spawnFromSkeletons } from "../../../src/pipeline/build.ts";
import { noSecrets } from "../../../src/spawn/backend.ts";
import { filesBelow, repositoryPath } from "../../support/repository.ts";
import { parseArchive } from "../../support/txtar.ts";

const fixtureFolder = "test/fixtures/diagnostics";

/** Files that start with a code's name and hold its fixture. */
export function fixtureFiles(): ReadonlyMap<string, string> {
  const inputs = filesBelow(fixtureFolder).filter((file) => /\.(pan|txtar)$/.test(file));
  return new Map(inputs.map((file) => [file.replace(/\.\w+$/, ""), file]));
}

export interface FixtureInput {
  readonly words: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly denied: readonly string[];
}

export function readFixture(code: string, file: string): FixtureInput {
  const text = readFileSync(repositoryPath(`${fixtureFolder}/${file}`), "utf8");
  if (file.endsWith(".pan")) {
    return { words: [commandFor(code), file], files: { [file]: text }, denied: [] };
  }
  const { cmd = "", denied = "", ...files } = Object.fromEntries(parseArchive(text).files);
  return {
    words: cmd === "" ? defaultWords(code, files) : wordsOf(cmd),
    files,
    denied: wordsOf(denied),
  };
}

/** What stderr shows, under a width that does not depend on the terminal. */
export async function runFixture({ words, files, denied }: FixtureInput): Promise<string> {
  const [name = "", ...args] = words;
  const host = memoryHost({
    files: { ...packaged(), ...files },
    currentDirectory: "/fixture",
    denied,
  });
  if (name === "spawn") return spawn(args, host);
  const entry = commands.find((command) => command.name === name);
  const known = commands.map((command) => command.name);
  return run(entry === undefined ? unknownCommand(name, known) : await entry.load(), args, host);
}

async function run(
  command: RunCommand,
  args: readonly string[],
  host: MemoryHost,
): Promise<string> {
  let shown = "";
  await command(args, {
    host,
    terminal: {
      stdout: () => undefined,
      stderr: (text) => {
        shown += text;
      },
      colors: false,
      width: 100,
    },
  });
  // Where this checkout is must not be seen.
  return shown.replaceAll(packagedTemplates, "/usr/share/vmcs/templates");
}

async function spawn(args: readonly string[], host: MemoryHost): Promise<string> {
  const skeletons = args.map((file) => ({ file, text: host.readText(file) ?? "" }));
  const { diagnostics } = await spawnFromSkeletons({
    skeletons,
    target: { backends: ["xen"], xenRelease: "4.17", readSecret: noSecrets },
  });
  return renderText(diagnostics, {
    sources: (file) => host.readText(file),
    palette: plainPalette,
    width: 100,
    displayPath: (file) => file,
  });
}

function commandFor(code: string): "check" | "build" {
  const category = categories[code as DiagnosticCode];
  return category === "skeleton" || category === "spawn" ? "build" : "check";
}

function defaultWords(code: string, files: Readonly<Record<string, string>>): readonly string[] {
  return [commandFor(code), ...Object.keys(files).slice(0, 1)];
}

/** Words between blanks; quotes hold words together. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** Our own templates, where the command line looks for them. */
function packaged(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesBelow("templates").map((file) => [
      `${packagedTemplates}/${file}`,
      readFileSync(repositoryPath(`templates/${file}`), "utf8"),
    ]),
  );
}
