/**
 * Runs the fixture of a diagnostic as the command line would, and gives what a terminal shows of it.
 *
 * `CODE.pan` is checked, or built if the code belongs to a later phase. Where more is needed, `CODE.txtar` has the
 * files, and beside them `cmd` with the words of the command (of several, the last one is shown), `denied` with the files that cannot be used, `open` with
 * those that everybody can read, `latin1` with those that are not in UTF-8, `exhausted` with profiles for which no memory suffices, `environment` with lines `NAME=value`, and `xen` for a host with Xen: lines
 * `version 4.11.4`, `domain NAME UUID`, `crashes NAME`, `balloons NAME`, `fails COMMAND: message`; and `links` for a
 * repository of git with these files and symbolic links, lines `PATH TARGET`.
 */
import { readFileSync } from "node:fs";
import type { RunCommand } from "../../../src/cli/command.ts";
import { pancCommand } from "../../../src/cli/commands/compile.ts";
import { packagedTemplates } from "../../../src/cli/packaged-templates.ts";
import { commands } from "../../../src/cli/registry.ts";
import { unknownCommand } from "../../../src/cli/unknown-command.ts";
import { categories, type DiagnosticCode } from "../../../src/diagnostics/codes.ts";
import { type MemoryHost, memoryHost } from "../../../src/host/memory/memory-host.ts";
import { filesBelow, repositoryPath } from "../../support/repository.ts";
import { sharedTemplates } from "../../support/shared-templates.ts";
import { threadsInProcess } from "../../support/threads-in-process.ts";
import { parseArchive } from "../../support/txtar.ts";
import { type FakeXl, type FakeXlOptions, fakeXl } from "../apply/fake-xl.ts";
import { fakeGit } from "./fake-git.ts";

const fixtureFolder = "test/fixtures/diagnostics";

/** Files that start with a code's name and hold its fixture. */
export function fixtureFiles(): ReadonlyMap<string, string> {
  const inputs = filesBelow(fixtureFolder).filter((file) => /\.(pan|txtar)$/.test(file));
  return new Map(inputs.map((file) => [file.replace(/\.\w+$/, ""), file]));
}

export interface FixtureInput {
  readonly words: readonly string[];
  /** Commands that are run before, and not shown. */
  readonly before?: readonly (readonly string[])[];
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly denied?: readonly string[];
  readonly open?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Undefined: the host has no Xen. */
  readonly xen?: string | undefined;
  /** Undefined: the host has no git. */
  readonly links?: string | undefined;
}

export function readFixture(code: string, file: string): FixtureInput {
  const text = readFileSync(repositoryPath(`${fixtureFolder}/${file}`), "utf8");
  if (file.endsWith(".pan")) return { words: [commandFor(code), file], files: { [file]: text } };
  const {
    cmd = "",
    denied,
    open,
    latin1 = "",
    environment,
    xen,
    links,
    ...texts
  } = Object.fromEntries(parseArchive(text).files);
  const files: Record<string, string | Uint8Array> = { ...texts };
  for (const name of wordsOf(latin1)) files[name] = Buffer.from(texts[name] ?? "", "latin1");
  const lines = cmd.trimEnd().split("\n").map(wordsOf);
  return {
    words: cmd === "" ? defaultWords(code, files) : (lines.at(-1) ?? []),
    before: lines.slice(0, -1),
    files,
    denied: wordsOf(denied ?? ""),
    open: wordsOf(open ?? ""),
    environment: Object.fromEntries(
      [...(environment ?? "").matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    ),
    xen,
    links,
  };
}

/** What stderr shows, under a width that does not depend on the terminal. */
export async function runFixture(input: FixtureInput): Promise<string> {
  const { words, before = [], files, xen, links, ...rest } = input;
  const run =
    xen === undefined
      ? links && fakeGit(files, links)
      : hostWithXen(xen, (path) => host.readText(path)).run;
  const host = memoryHost({
    files: { ...packaged, ...files },
    currentDirectory: "/fixture",
    ...rest,
    ...(run ? { run } : {}),
  });
  for (const line of before) await runLine(line, host);
  return runLine(words, host);
}

async function runLine(words: readonly string[], host: MemoryHost): Promise<string> {
  const [name = "", ...args] = words;
  if (name === "panc") return run(pancCommand, args, host);
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
    templates: sharedTemplates,
    threads: threadsInProcess(host, 1, wordsOf(host.readText("exhausted") ?? "")),
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

function hostWithXen(text: string, read: FakeXlOptions["read"]): FakeXl {
  const values = (word: string): readonly string[] =>
    [...text.matchAll(new RegExp(`^${word} (.*)$`, "gm"))].map(([, value = ""]) => value);
  const domains = values("domain").map((line, i) => {
    const [name = "", uuid = ""] = line.split(" ");
    return { name, uuid, id: i + 1, cfg: "" };
  });
  const version = values("version")[0] ?? "4.17.5";
  const failures = values("fails");
  const [crashing, ballooning] = [values("crashes"), values("balloons")];
  return fakeXl({ read, domains, version, failures, crashing, ballooning });
}

function commandFor(code: string): "check" | "build" {
  const category = categories[code as DiagnosticCode];
  return category === "skeleton" || category === "spawn" ? "build" : "check";
}

function defaultWords(code: string, files: Readonly<Record<string, unknown>>): readonly string[] {
  return [commandFor(code), ...Object.keys(files).slice(0, 1)];
}

/** Words between blanks; quotes hold words together. */
function wordsOf(text: string): readonly string[] {
  return [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** Our own templates and projects to begin with, where the command line looks for them. */
const packaged: Readonly<Record<string, Uint8Array>> = Object.fromEntries(
  ["templates", "starters"].flatMap((folder) =>
    filesBelow(folder).map((file) => [
      `${packagedTemplates}/../${folder}/${file}`.replace("/templates/../", "/"),
      new Uint8Array(readFileSync(repositoryPath(`${folder}/${file}`))),
    ]),
  ),
);
