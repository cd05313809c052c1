/** Kept syntax trees only ever save time: whatever their file holds, the result is that of parsing. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { memoryHost } from "../../../../src/host/memory/memory-host.ts";
import {
  conditionKinds,
  expressionKinds,
  operandKinds,
  statementKinds,
  typeKinds,
} from "../../../../src/pan/compiler/syntax-cache/node-numbers.ts";
import { readTree } from "../../../../src/pan/compiler/syntax-cache/read-tree.ts";
import { SyntaxCache } from "../../../../src/pan/compiler/syntax-cache/syntax-cache.ts";
import { decodePack } from "../../../../src/pan/compiler/syntax-cache/tree-pack.ts";
import { writeTree } from "../../../../src/pan/compiler/syntax-cache/write-tree.ts";
import { parseTemplate } from "../../../../src/pan/syntax/parse-template.ts";
import { buildSite, outcomeOf } from "../../../support/build-site.ts";
import { filesIn, repositoryPath } from "../../../support/repository.ts";
import { parseArchive } from "../../../support/txtar.ts";

const place = { file: "/cache/a.trees", key: "this build\n/templates" };
const text =
  'object template a;\n"/x" = list(1, 0x7fffffffffffffff, -2.5, "a\\tb", \'ä\', undef);\n';

describe("a syntax tree", () => {
  it("is read as it was written", () => {
    const counts = { trees: 0, kinds: new Set<string>() };
    const link = "template a;\ntype t = { 'a' : string(1..)* = '/b' };\n";
    for (const source of [...sources(), link]) {
      for (const dialect of ["pan", "vmcs"] as const) {
        const parsed = parseTemplate(source, { file: "", dialect, mode: "compile" });
        if (parsed.diagnostics.length > 0) continue;
        const words = writeTree(parsed.template, source);
        if (words === undefined) continue;
        expect(readTree(words, source)).toStrictEqual(parsed.template);
        counts.trees++;
        JSON.stringify(parsed.template, (key, value) => {
          if (key === "kind") counts.kinds.add(value as string);
          return typeof value === "bigint" ? String(value) : (value as unknown);
        });
      }
    }
    expect(counts.trees).toBeGreaterThan(350);
    const all = [statementKinds, expressionKinds, typeKinds, conditionKinds, operandKinds].flat();
    // Gaps come with diagnostics.
    const whole = all.filter((kind) => !/^(?:Invalid|Missing)/.test(kind));
    expect(whole.filter((kind) => !counts.kinds.has(kind))).toEqual([]);
  });

  it("that is too deep for the stack is not kept", () => {
    const deep = `object template a;\n"/x" = ${"(1 + ".repeat(150)}1${")".repeat(150)};\n`;
    const chain = `object template a;\n"/x" = ${"1 + ".repeat(50_000)}1;\n`;
    expect(writeTree(parse(deep).template, deep)).toBeDefined();
    expect(writeTree(parse(chain).template, chain)).toBeUndefined();
    const type = `template a;\ntype t = long${"[]".repeat(300)};\n`;
    expect(writeTree(parse(type).template, type)).toBeUndefined();
  });
});

describe("kept syntax trees", () => {
  it("are found by the whole text", () => {
    const host = memoryHost();
    keep(host, text);
    expect(find(host, text)).toEqual(withoutDiagnostics(parse(text)));
    // Of the same length, and with the same look where nobody looks closely.
    const long = `object template a;\n${"# 1234567890\n".repeat(400)}`;
    keep(host, long);
    for (let i = 20; i < long.length; i += 97) {
      expect(find(host, `${long.slice(0, i)}x${long.slice(i + 1)}`)).toBeUndefined();
    }
    expect(find(host, long)).toBeDefined();
  });

  it("are not found where anything of their file is damaged", () => {
    const host = memoryHost();
    keep(host, text);
    const whole = host.readBytes(place.file) as Uint8Array;
    for (let i = 0; i < whole.length; i++) {
      const damaged = whole.slice();
      damaged[i] = (damaged[i] as number) ^ 0x10;
      const found = find(memoryHost({ files: { [place.file]: damaged } }), text);
      // Padding and the age decide nothing.
      if (found !== undefined) expect(found).toEqual(withoutDiagnostics(parse(text)));
      const cut = find(memoryHost({ files: { [place.file]: whole.subarray(0, i) } }), text);
      expect(cut).toBeUndefined();
    }
  });

  it("of another build, and files of something else, count as none", () => {
    const host = memoryHost();
    keep(host, text);
    expect(new SyntaxCache(host, { ...place, key: "another build" }).find(text)).toBeUndefined();
    for (const foreign of ["", "x", "#!/bin/sh\n".repeat(100), "\0".repeat(4096)]) {
      expect(find(memoryHost({ files: { [place.file]: foreign } }), text)).toBeUndefined();
    }
  });

  it("of one process stay when another one has written meanwhile", () => {
    const host = memoryHost();
    const [first, second] = [new SyntaxCache(host, place), new SyntaxCache(host, place)];
    first.find(text);
    second.find(text);
    first.add(named("one"), parse(named("one")));
    second.add(named("two"), parse(named("two")));
    first.save();
    second.save();
    expect(find(host, named("one"))).toBeDefined();
    expect(find(host, named("two"))).toBeDefined();
  });

  it("cost nothing where they cannot be kept", () => {
    const host = memoryHost({ denied: [place.file] });
    keep(host, text);
    expect(find(host, text)).toBeUndefined();
  });

  it("are dropped when nobody has used them for long", () => {
    const host = memoryHost();
    keep(host, named("unused"));
    keep(host, named("used"));
    for (let i = 0; i < 40; i++) {
      const cache = new SyntaxCache(host, place);
      cache.find(named("used"));
      cache.add(named(`t${i}`), parse(named(`t${i}`)));
      cache.save();
    }
    expect(find(host, named("unused"))).toBeUndefined();
    expect(find(host, named("used"))).toBeDefined();
    const bytes = host.readBytes(place.file) as Uint8Array;
    expect(decodePack(bytes, place.key).length).toBeLessThan(40);
  });

  it("change neither files nor diagnostics nor counters of any site", async () => {
    let hits = 0;
    for (const files of sites()) {
      for (const dialect of ["pan", "vmcs"] as const) {
        const settings = { dialect };
        const trees = { pack: undefined as Uint8Array | undefined };
        for (const threads of [undefined, undefined, { count: 2, seed: 7 }]) {
          const options = { settings, ...(threads && { threads }) };
          const expected = outcomeOf(await buildSite(files, options));
          expect(outcomeOf(await buildSite(files, { ...options, trees }))).toEqual(expected);
        }
        if (trees.pack !== undefined) hits++;
        const state = { text: "" };
        const first = outcomeOf(await buildSite(files, { settings, trees, state }));
        expect(first).toEqual(outcomeOf(await buildSite(files, { settings, state: { text: "" } })));
      }
    }
    expect(hits).toBeGreaterThan(50);
  }, 60_000);
});

function keep(host: ReturnType<typeof memoryHost>, source: string): void {
  const cache = new SyntaxCache(host, place);
  cache.add(source, parse(source));
  cache.save();
}

function find(host: ReturnType<typeof memoryHost>, source: string): unknown {
  return new SyntaxCache(host, place).find(source);
}

function parse(source: string): ReturnType<typeof parseTemplate> {
  return parseTemplate(source, { file: "", dialect: "pan", mode: "compile" });
}

function withoutDiagnostics({ template, tokenCount }: ReturnType<typeof parse>): unknown {
  return { template, tokenCount };
}

function named(name: string): string {
  return `object template ${name};\n`;
}

/** Texts of templates: fixtures of the parser and of the compiler, and those of the package. */
function sources(): readonly string[] {
  const folders = ["test/fixtures/parser/valid", "test/fixtures/parser/vmcs", "templates"];
  const files = folders.flatMap((folder) =>
    filesIn(repositoryPath(folder))
      .filter((name) => name.endsWith(".pan"))
      .map((name) => readFileSync(repositoryPath(`${folder}/${name}`), "utf8")),
  );
  return [...files, ...sites().flatMap((site) => Object.values(site)), text];
}

/** The compiler's fixtures as sites. */
function sites(): readonly Readonly<Record<string, string>>[] {
  const folder = repositoryPath("test/fixtures/compile");
  return filesIn(folder)
    .filter((name) => name.endsWith(".txtar"))
    .map((name) => {
      const { files } = parseArchive(readFileSync(`${folder}/${name}`, "utf8"));
      return Object.fromEntries(
        [...files].map(([path, content]) => [`/templates/${path}`, content]),
      );
    });
}
