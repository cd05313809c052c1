/** Changes of values as edits of templates: a fixture each, with what the template is afterwards. */
import { describe, expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import { type CompiledProfile, compile } from "../../../../src/pan/compiler/compile.ts";
import { Dict } from "../../../../src/pan/tree/dict.ts";
import { planEdits } from "../../../../src/rules/edit/plan-edits.ts";
import type { PathChange } from "../../../../src/rules/edit/source-change.ts";
import { termsOf, valueAt } from "../../../../src/rules/resolve/facts.ts";
import { applyEdits } from "../../../../src/text/edit.ts";

const shared = "unique template shared;\n'/hardware/memory/size' = 256;\n";

function compiled(text: string): CompiledProfile {
  const host = memoryHost({ files: { "/t/main.pan": text, "/t/shared.pan": shared } });
  const profiles: CompiledProfile[] = [];
  const { diagnostics } = compile({
    host,
    files: ["/t/main.pan"],
    options: {
      dialect: "vmcs",
      includePath: ["/t"],
      maxIteration: 100,
      maxRecursion: 50,
      deprecationWarnings: "off",
      initialData: new Dict(),
      debugs: () => false,
      build: true,
    },
    print: () => undefined,
    onProfile: (profile) => profiles.push(profile),
  });
  expect(diagnostics).toEqual([]);
  return profiles[0] as CompiledProfile;
}

/** The statements of the edited template; it compiles, and its values are as they were to become. */
function edited(statements: string, ...changes: readonly PathChange[]): string {
  const head = "object template main;\n";
  const text = head + statements;
  const { provenance } = compiled(text);
  const edits = planEdits(changes, {
    file: "/t/main.pan",
    texts: new Map([["/t/main.pan", text]]),
    writtenAt: (terms) => provenance.origin(terms)?.span,
  });
  expect([...edits.keys()]).toEqual(["/t/main.pan"]);
  const result = applyEdits(text, edits.get("/t/main.pan") ?? []);
  const { root } = compiled(result);
  for (const { path, after } of changes) expect(valueAt(root, termsOf(path))).toBe(after);
  return result.slice(head.length);
}

const size = "/hardware/memory/size";

describe("planEdits", () => {
  it.each([
    [
      "a literal, with comments and layout",
      "# before\n  '/hardware/memory/size'   =  256 ; # MiB\n",
      "# before\n  '/hardware/memory/size'   =  512 ; # MiB\n",
    ],
    [
      "a literal below a prefix",
      "prefix '/hardware';\n'memory/size' = 256;\nprefix '';\n'/system/name' = 'x';\n",
      "prefix '/hardware';\n'memory/size' = 512;\nprefix '';\n'/system/name' = 'x';\n",
    ],
    [
      "a literal in a dict",
      "'/hardware' = dict('memory', dict('size', 256, 'max', 300));\n",
      "'/hardware' = dict('memory', dict('size', 512, 'max', 300));\n",
    ],
    [
      "the last of several assignments",
      "'/hardware/memory/size' = 128;\n'/hardware/memory/size' = 256;\n",
      "'/hardware/memory/size' = 128;\n'/hardware/memory/size' = 512;\n",
    ],
    [
      "a computed value, by the last word",
      "'/hardware/memory/size' = 2 * 128;\nprefix '/system';\n",
      "'/hardware/memory/size' = 2 * 128;\nprefix '/system';\n'/hardware/memory/size' = 512;\n",
    ],
    [
      "what a shared template says, by the last word",
      "include 'shared';\n",
      "include 'shared';\n'/hardware/memory/size' = 512;\n",
    ],
    [
      "the end of a file without a line end",
      "include 'shared';",
      "include 'shared';\n'/hardware/memory/size' = 512;\n",
    ],
    [
      "a value that the statement itself goes on with",
      "'/hardware/memory' = { SELF['size'] = 256; SELF; };\n",
      "'/hardware/memory' = { SELF['size'] = 256; SELF; };\n'/hardware/memory/size' = 512;\n",
    ],
  ])("changes %s", (_, before, after) => {
    expect(edited(before, { path: size, after: 512n })).toBe(after);
  });

  it.each([
    [
      "with its line and its comment",
      "'/software/packages/a' = dict(); # the first\n'/software/packages/b' = dict();\n",
      "'/software/packages/b' = dict();\n",
    ],
    [
      "in several statements",
      "'/software/packages/a/version' = '1';\n'/software/packages/a/release' = '2';\n'/x' = 1;\n",
      "'/x' = 1;\n",
    ],
    [
      "beside another statement on the line",
      "'/x' = 1; '/software/packages/a' = dict();\n",
      "'/x' = 1; \n",
    ],
    [
      "inside a greater dict",
      "'/software/packages' = dict('a', dict(), 'b', dict());\n",
      "'/software/packages' = dict('a', dict(), 'b', dict());\n'/software/packages/a' = null;\n",
    ],
  ])("removes a package %s", (_, before, after) => {
    expect(edited(before, { path: "/software/packages/a", after: undefined })).toBe(after);
  });

  it("removes once what goes for two reasons", () => {
    const before = "'/software/packages/a/version' = '1';\n'/x' = 1;\n";
    const changes = ["/software/packages/a", "/software/packages/a/version"];
    const gone = changes.map((path) => ({ path, after: undefined }));
    expect(edited(before, ...gone)).toBe("'/x' = 1;\n");
  });

  it("makes several changes at once", () => {
    const before = "'/hardware/memory/size' = 256;\n'/system/type' = 'pv';\n'/a' = 1 + 1;\n";
    const after =
      "'/hardware/memory/size' = 512;\n'/system/type' = 'hvm';\n'/a' = 1 + 1;\n'/a' = 3;\n";
    const changes = [
      { path: "/a", after: 3n },
      { path: size, after: 512n },
      { path: "/system/type", after: "hvm" },
    ];
    expect(edited(before, ...changes)).toBe(after);
  });
});
