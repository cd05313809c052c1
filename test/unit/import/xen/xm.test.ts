/** What is written for xm: literals of Python, which Python reads, and which are imported as what they were made of. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importXen } from "../../../../src/import/xen/import-xen.ts";
import { diagnosticText } from "../../../road/place-source.ts";
import { fixturePath, goldenSuite } from "../../../support/fixtures.ts";
import { filesBelow } from "../../../support/repository.ts";
import { describeWith, python, runTool } from "../../../support/tool.ts";
import { type BuiltImport, buildImported } from "../build-imported.ts";

/** The first line of a fixture names the release; the rest is what the machine is imported from. */
function build(text: string): BuiltImport {
  const release = /^# Xen ([0-9.]+)/.exec(text)?.[1] ?? "";
  const { vm } = importXen(text, { file: "x.cfg" });
  if (vm === undefined) return expect.unreachable("the fixture can be imported");
  return buildImported({ ...vm, template: "xm" }, release);
}

function whole({ files }: BuiltImport): string {
  return files.find(({ name }) => name.endsWith(".cfg"))?.content ?? "";
}

goldenSuite({
  folder: "xm",
  input: ".cfg",
  golden: ".out",
  render: ({ text }) => {
    const built = build(text);
    return diagnosticText(built.diagnostics, () => undefined) + whole(built);
  },
});

const sound = filesBelow("test/fixtures/xm").filter((file) => /^(?!error-).*\.cfg$/.test(file));
const textOf = (file: string): string => readFileSync(fixturePath(`xm/${file}`), "utf8");

describe("a configuration for xm", () => {
  for (const file of sound) {
    it(`of ${file} is imported as the machine that it was made of`, () => {
      const built = build(textOf(file));
      const { vm, diagnostics } = importXen(whole(built), { file: "again.cfg" });
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      if (vm === undefined) return expect.unreachable("what is built can be imported");
      const release = /^# Xen ([0-9.]+)/.exec(textOf(file))?.[1] ?? "";
      const again = buildImported({ ...vm, template: "xm" }, release);
      expect(
        diagnosticText(again.diagnostics, () => undefined),
        again.description,
      ).toBe("");
      expect(whole(again)).toBe(whole(built));
      expect(again.model).toEqual(built.model);
    });
  }
});

/** Fails where anything but assignments of literals to names is written; prints what these are. */
const judge = `
import ast, json, sys
def values(text):
    out = {}
    for node in ast.parse(text).body:
        assert isinstance(node, ast.Assign) and len(node.targets) == 1, ast.dump(node)
        out[node.targets[0].id] = ast.literal_eval(node.value)
    return out
print(json.dumps([values(text) for text in json.load(sys.stdin)]))
`;

type Values = Readonly<Record<string, unknown>>;

function valuesOf(files: readonly string[]): readonly Values[] {
  const input = JSON.stringify(files.map((file) => whole(build(textOf(file)))));
  const { stdout, stderr, status } = runTool(python, ["-c", judge], { input });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return JSON.parse(stdout) as readonly Values[];
}

describeWith(python, "Python", () => {
  it("reads literals only, and texts as they are meant", () => {
    const all = new Map(valuesOf(sound).map((values, index) => [sound[index], values]));
    for (const [file = "", values] of all) {
      expect([file, values["name"]]).toEqual([file, /^name = "(.*)"/m.exec(textOf(file))?.[1]]);
    }
    expect(all.get("pv.cfg")).toMatchObject({ extra: "quoted 'x' \\ \"y\"" });
  });
});
