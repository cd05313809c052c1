/** What the extension for VS Code says of the language as data: snippets, and where lines are indented. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { clientSettings } from "../../src/language-server/settings.ts";
import { formatTemplate } from "../../src/pan/formatter/format-template.ts";
import { callCommand } from "../support/call-command.ts";
import { repositoryPath } from "../support/repository.ts";

interface Snippet {
  readonly prefix: string;
  readonly body: string | readonly string[];
  readonly description: string;
}

const readData = <Data>(path: string): Data =>
  JSON.parse(readFileSync(repositoryPath(`editors/vscode/${path}`), "utf8")) as Data;

const statements = Object.entries(readData<Record<string, Snippet>>("snippets/statements.json"));
const machines = Object.entries(readData<Record<string, Snippet>>("snippets/machines.json"));

/** The text as it is if somebody leaves each place as it is. */
function expanded({ body }: Snippet): string {
  let text = [body].flat().join("\n").replaceAll("$TM_FILENAME_BASE", "name");
  text = text.replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1");
  // Places may stand in places: from within.
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/\$\{\d+:([^${}]*)\}/g, "$1");
  }
  return text.replaceAll(/\$\d/g, "");
}

/** Around it, what makes it a template. */
function asTemplate(text: string): string {
  if (/^(?:\w+ )?template /m.test(text)) return text.trimEnd();
  if (text.startsWith("@")) return `${text.trimEnd()}\nobject template name;`;
  return `object template name;\n\n${text.trimEnd()}`;
}

/** The text if it is a machine, else one that has it. The snippets refer to each other's disks and guest types. */
function machineWith(name: string, text: string): string {
  if (/^object template/m.test(text)) return text;
  const of = (other: string) =>
    machines.flatMap(([key, it]) => (key === other ? expanded(it) : []));
  const machine = [...of("Machine"), "prefix '/';", ...of("Disk on a block device"), text, ""];
  const whole = machine.join("\n");
  return name === "Graphical console" ? whole.replace("vmcs/system/pvh", "vmcs/system/pv") : whole;
}

describe("snippets", () => {
  it.each([...statements, ...machines])("%s is Pan, in its one layout", (_, snippet) => {
    const text = `${asTemplate(expanded(snippet))}\n`;
    const options = { file: "name.pan", dialect: "vmcs", width: 120 } as const;
    expect(formatTemplate(text, options)).toEqual({ text, diagnostics: [] });
  });

  it("have words of their own", () => {
    const prefixes = [...statements, ...machines].map(([, { prefix }]) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it.each(machines)("%s is a part of a machine that builds", async (name, snippet) => {
    const folder = mkdtempSync(join(tmpdir(), "vmcs-snippet-"));
    writeFileSync(join(folder, "name.pan"), machineWith(name, expanded(snippet)));
    const { status, stderr } = await callCommand("vmcs", ["check", "name.pan"], { cwd: folder });
    expect(stderr).not.toMatch(/^error/m);
    expect(status).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

interface LanguageConfiguration {
  readonly wordPattern: string;
  readonly indentationRules: {
    readonly increaseIndentPattern: string;
    readonly decreaseIndentPattern: string;
  };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}

const language = readData<LanguageConfiguration>("language-configuration.json");

describe("indentation", () => {
  const { increaseIndentPattern, decreaseIndentPattern } = language.indentationRules;
  const increases = new RegExp(increaseIndentPattern);
  const decreases = new RegExp(decreaseIndentPattern);

  it.each([
    "function f = {",
    "'/a' = dict(",
    "    'x', list( # why",
    "if (x == '{') {",
    "type t = extensible {",
    "@documentation{",
  ])("grows after %s", (line) => expect(increases.test(line)).toBe(true));

  it.each(["'/a' = '{';", "# {", "'/a' = dict('b', 1);", "} else if (x) y;", '"/a" = "\\"(";'])(
    "stays after %s",
    (line) => expect(increases.test(line)).toBe(false),
  );

  it.each(["};", "    );", "} else {", "}[];"])("shrinks at %s", (line) =>
    expect(decreases.test(line)).toBe(true),
  );

  it("takes no long time for a long line", () => {
    const started = performance.now();
    increases.test(`${"'a' = \"b\", ".repeat(2000)}'`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("the enter key", () => {
  it.each([
    ["# a comment", "goes on", "none", "# "],
    ["conflict '/a' && '/b'", "", "indent", undefined],
    ["valid '/a' >= 1", "", "indent", undefined],
    ["    message 'why';", "", "outdent", undefined],
    ["    when '/a'", "", undefined, undefined],
    ["final '/a/b' =", "", "indent", undefined],
    ["variable X ?=", "", "indent", undefined],
    ["valid '/a' = {", "", undefined, undefined],
    ["'/a' = 1;", "", undefined, undefined],
  ])("after %s", (before, after, indent, appendText) => {
    const rule = language.onEnterRules.find(
      ({ beforeText, afterText = "" }) =>
        new RegExp(beforeText).test(before) && new RegExp(afterText).test(after),
    );
    expect(rule?.action.indent).toBe(indent);
    expect(rule?.action.appendText).toBe(appendText);
  });

  it("takes names and numbers for words, and keys with hyphens", () => {
    const words = "'/system/boot-order' = MEM_1 + 2.5e3;".match(
      new RegExp(language.wordPattern, "g"),
    );
    expect(words).toEqual(["system", "boot-order", "MEM_1", "2.5e3"]);
  });
});

describe("settings", () => {
  const { contributes } = readData<{
    readonly contributes: {
      readonly configuration: {
        readonly properties: Readonly<Record<string, { default: unknown }>>;
      };
    };
  }>("package.json");
  const names = Object.keys(contributes.configuration.properties);
  const project = JSON.parse(readFileSync(repositoryPath("schemas/vmcs.schema.json"), "utf8")) as {
    readonly properties: Readonly<Record<string, unknown>>;
  };
  const ofTheEditor = /^vmcs\.(?:server\.path|trace\.server|inlayHints\.\w+|lineWidth)$/;

  it.each(names.filter((name) => !ofTheEditor.test(name)))("%s is one of project files", (name) => {
    expect(project.properties).toHaveProperty(name.replace("vmcs.", ""));
    // Whatever else an editor takes for its default would be said by everybody.
    expect(contributes.configuration.properties[name]?.default).toBeNull();
  });

  it("are what the server understands", () => {
    const said = { dialect: "pan", includePath: ["x"], lint: { LP011: "off" }, lineWidth: 80 };
    expect(clientSettings({ ...said, backends: null, inlayHints: {} })).toEqual(said);
    expect(names).toEqual(expect.arrayContaining(Object.keys(said).map((name) => `vmcs.${name}`)));
  });
});
