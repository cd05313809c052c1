/**
 * Does what a page of documentation tells its reader to do, block by block.
 *
 * | block | what becomes of it |
 * |---|---|
 * | `pan` | a template is written to its file (`file=PATH`, else `NAME.pan`). One with an object, and statements by
 *   themselves, must compile: without diagnostics, or with those of `error=CODE,…` or `warning=CODE,…` |
 * | `pan later` | an object template that a command of the page judges |
 * | `pan rules` | statements of a rule repository, which must be sensible |
 * | `pan unit` | statements by themselves, of which only the syntax must be right |
 * | `json profile`, `text diagnostics` | what the last `pan` gave |
 * | `text grammar` | the form of something, which no program reads |
 * | `diff file=PATH` | a change of a file that a block has written |
 * | `console` | commands behind `$ `, and what they print; a line `...` stands for any lines. With `vmcs repl`, each line
 *   behind a prompt is an input of the session |
 * | `sh` | commands that are not run: those of vmcs must exist, with their options |
 * | `json`, `yaml` | can be read; with `file=PATH` it is written too |
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import type { Block } from "./blocks.ts";
import { checkCommands } from "./check-commands.ts";
import type { PageFiles } from "./page-files.ts";
import { ReaderShell } from "./reader-shell.ts";
import { steady } from "./shown-output.ts";

export class PageRunner {
  readonly #files: PageFiles;
  readonly #shell: ReaderShell;
  #profile = "";
  #diagnostics = "";
  #fragments = 0;

  constructor(files: PageFiles) {
    this.#files = files;
    this.#shell = new ReaderShell(files);
  }

  /** What the block should hold; undefined if that is not for this to say. */
  async show(block: Block): Promise<string | undefined> {
    const { language, words, code } = block;
    if (language === "json" && words.has("profile")) return this.#profile;
    if (language === "text" && words.has("diagnostics")) return this.#diagnostics;
    if (language === "console") return this.#shell.show(code);
    if (language === "pan") await this.#pan(block);
    else if (language === "diff") this.#files.change(block);
    else if (language === "sh") await checkCommands(code);
    else if (language === "json") JSON.parse(code);
    else if (language === "yaml") readYaml(code);
    else if (!foreign.has(language) && !(language === "text" && words.has("grammar"))) {
      throw new Error(`No test knows what to do with a block '${language}'.`);
    }
    if (language === "json" || language === "yaml") this.#files.putNamed(block);
    return undefined;
  }

  async #pan(block: Block): Promise<void> {
    const { code, words } = block;
    const [, kind, name = ""] = /^(?:(\w+) )?template ([\w/.+-]+)\s*;/m.exec(code) ?? [];
    const number = ++this.#fragments;
    if (words.has("rules")) return this.#rules(code, `rules-${number}`);
    if (words.has("unit")) {
      return this.#read(this.#files.put("../profiles/unit.pan", `template unit;\n${code}`));
    }
    if (name === "") {
      const fragment = `fragment${number}`;
      const text = `object template ${fragment};\n${code}`;
      return this.#compile(this.#files.put(`../profiles/${fragment}.pan`, text), fragment, block);
    }
    const file = this.#files.putNamed(block) ?? this.#files.put(`${name}.pan`, code);
    if (kind !== "object") await this.#read(file);
    else if (!words.has("later")) await this.#compile(file, name, block);
  }

  /** Others show what it does, so here it must only be read. */
  async #read(file: string): Promise<void> {
    const { status, output } = await this.#shell.vmcs(["fmt", "--check", file]);
    if (status === 1) throw new Error(output);
  }

  async #compile(file: string, name: string, { settings }: Block): Promise<void> {
    const { scratch } = this.#files;
    const wanted = ["error", "warning"].flatMap((kind) => settings.get(kind)?.split(",") ?? []);
    const report = join(scratch, "report.json");
    const folder = join(scratch, "profiles");
    const formats = ["--formats", "json", "--output-dir", folder, "--no-incremental"];
    const reports = ["--diagnostics", `json=${report}`, "--diagnostics", "text"];
    const { status, output } = await this.#shell.vmcs(["compile", file, ...formats, ...reports]);
    if (String([...new Set(codesIn(report))].sort()) !== String(wanted.sort())) {
      throw new Error(`${wanted.join() || "No diagnostic"} is expected, but:\n${output}`);
    }
    this.#diagnostics = steady(output);
    if (status !== 0) return;
    this.#profile = `${readFileSync(join(folder, `${name}.json`), "utf8").trimEnd()}\n`;
  }

  /** A repository of its own with the statements, and a machine that has nothing. */
  async #rules(code: string, folder: string): Promise<void> {
    const text = `declaration template snippet;\n${code}`;
    this.#files.put(`../${folder}/rules/snippet.pan`, text);
    this.#files.put(`../${folder}/empty.pan`, "object template empty;\n");
    const directory = join(this.#files.scratch, folder);
    const report = join(directory, "report.json");
    const reports = ["--diagnostics", `json=${report}`, "--diagnostics", "text"];
    const words = ["resolve", "empty.pan", "--rules", "rules", ...reports];
    const { output } = await this.#shell.vmcs(words, directory);
    if (codesIn(report).some((one) => !ofLonelyRules.has(one))) throw new Error(output);
  }
}

/** What is said of statements only because the packages that they speak of are not beside them. */
const ofLonelyRules: ReadonlySet<string> = new Set(["package-unknown", "rule-cannot-be-met"]);

/** Of a report as JSON, an object a line. */
function codesIn(report: string): readonly string[] {
  const lines = readFileSync(report, "utf8").match(/^\{.*$/gm) ?? [];
  return lines.map((line) => (JSON.parse(line) as { readonly code: string }).code);
}

/** Languages of other programs; `test/editor` looks at those of docs/editors.md. */
const foreign = new Set(["elisp", "groovy", "kak", "lua", "toml", "vim"]);

function readYaml(code: string): void {
  for (const document of parseAllDocuments(code)) {
    if ("errors" in document && document.errors[0] !== undefined) throw document.errors[0];
  }
}
