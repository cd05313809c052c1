/** Skipping what cannot have changed: nothing is missed, and no more is built than must be. */
import { afterEach, describe, expect, it } from "vitest";
import { compareSources } from "../../../src/diff/compare-sources.ts";
import { decodeKnown, encodeKnown, type KnownProfile } from "../../../src/diff/known-profiles.ts";
import type { Comparison } from "../../../src/diff/machine-diff.ts";
import { SourceSide } from "../../../src/diff/source-side.ts";
import { memoryHost } from "../../../src/host/memory/memory-host.ts";
import { Dict } from "../../../src/pan/tree/dict.ts";

type Files = Readonly<Record<string, string>>;

const notes = new Map<string, KnownProfile>();

afterEach(() => notes.clear());

function side(root: string, files: Files): SourceSide {
  const placed = Object.entries(files).map(([name, text]) => [`${root}/${name}`, text]);
  const host = memoryHost({ files: Object.fromEntries(placed) });
  const objects = Object.keys(files).filter((name) => /^\w+\.pan$/.test(name));
  return new SourceSide(
    {
      host,
      root,
      files: objects.map((name) => `${root}/${name}`),
      options: {
        dialect: "vmcs",
        includePath: [root],
        maxIteration: 1000,
        maxRecursion: 50,
        deprecationWarnings: "off",
        initialData: new Dict(),
        debugs: () => false,
        build: true,
      },
      identity: (path) => {
        const text = host.readText(path);
        return text === undefined ? undefined : host.digest(text);
      },
      label: (path) => path,
      print: () => undefined,
    },
    undefined,
  );
}

function compare(
  before: Files,
  after: Files,
  known?: ReadonlyMap<string, KnownProfile>,
): Comparison {
  return compareSources({
    before: { side: side("/before", before), repositories: [] },
    after: { side: side("/after", after), repositories: [] },
    changedRules: [],
    effects: new Map(),
    describesMachine: () => false,
    memory: { known: known ?? new Map(), note: (profile) => notes.set(profile.name, profile) },
  });
}

const changed = ({ machines }: Comparison): readonly string[] => machines.map(({ name }) => name);

const site: Files = {
  "a.pan": "object template a;\ninclude 'lib/shared';\n'/a' = SHARED;\n",
  "b.pan": "object template b;\n'/b' = 1;\n",
  "c.pan": "object template c;\ninclude if_exists('lib/late');\n'/c' = 1;\n",
  "d.pan": "object template d;\n'/d' = file_contents('data/text');\n",
  "e.pan": "object template e;\n'/e' = value('a:/a');\n",
  "f.pan": "object template f;\nvariable LOADPATH = list('first', 'second');\ninclude 'place';\n",
  "lib/shared.pan": "template lib/shared;\nvariable SHARED = 1;\n",
  "data/text": "text\n",
  "second/place.pan": "template place;\n'/place' = 2;\n",
};

describe("of the earlier side", () => {
  it("nothing is built where nothing has changed", () => {
    const comparison = compare(site, site);
    expect(comparison).toMatchObject({ machines: [], same: 6, built: { before: 0, after: 6 } });
  });

  it.each<[string, Files, readonly string[]]>([
    ["a template that was changed", { "b.pan": "object template b;\n'/b' = 2;\n" }, ["b"]],
    [
      "one that others include, or refer to",
      { "lib/shared.pan": "template lib/shared;\nvariable SHARED = 2;\n" },
      ["a", "e"],
    ],
    ["one that was not there", { "lib/late.pan": "template lib/late;\n'/late' = 1;\n" }, ["c"]],
    ["a text", { "data/text": "another text\n" }, ["d"]],
    ["one that is found sooner", { "first/place.pan": "template place;\n'/place' = 1;\n" }, ["f"]],
  ])("only what depends on it is built for %s", (_what, files, names) => {
    const comparison = compare(site, { ...site, ...files });
    expect(changed(comparison)).toEqual(names);
    expect(comparison.built.after).toBe(6);
    expect(comparison.built.before).toBe(names.length);
    // The other way round it is the same.
    expect(changed(compare({ ...site, ...files }, site))).toEqual(names);
  });

  it("what is built otherwise with the same outcome does not count as changed", () => {
    const comparison = compare(site, {
      ...site,
      "b.pan": "object template b;\n# Why.\n'/b' = 1;\n",
    });
    expect(comparison).toMatchObject({ machines: [], same: 6, built: { before: 1, after: 6 } });
  });
});

describe("what an earlier comparison knows", () => {
  const digest = (text: string): string => `${text.length}`;

  it("spares the building of both sides, wherever they are", () => {
    compare(site, site);
    const known = decodeKnown(encodeKnown("key", notes.values(), digest), "key", digest);
    const later = { ...site, "b.pan": "object template b;\n'/b' = 2;\n" };
    const comparison = compare(site, later, known);
    expect(changed(comparison)).toEqual(["b"]);
    expect(comparison.built).toEqual({ before: 1, after: 1 });
  });

  it.each<[string, Files]>([
    ["lib/late.pan", { "lib/late.pan": "template lib/late;\n'/late' = 1;\n" }],
    ["data/text", { "data/text": "another text\n" }],
    ["first/place.pan", { "first/place.pan": "template place;\n'/place' = 1;\n" }],
  ])("is no use where %s differs", (_name, files) => {
    compare(site, site);
    const later = { ...site, ...files };
    expect(changed(compare(site, later, notes))).toEqual(changed(compare(site, later)));
    expect(changed(compare(later, site, notes))).toEqual(changed(compare(later, site)));
  });

  it("counts as none where it is damaged, or of another compiler", () => {
    compare(site, site);
    const text = encodeKnown("key", notes.values(), digest);
    expect(decodeKnown(text, "other key", digest).size).toBe(0);
    expect(decodeKnown(text.slice(0, -20), "key", digest).size).toBe(0);
    expect(decodeKnown("", "key", digest).size).toBe(0);
    expect(decodeKnown(text, "key", digest).size).toBe(6);
  });
});

describe("a machine that does not compile", () => {
  const broken = {
    ...site,
    "b.pan": "object template b;\n'/b' = ;\n",
    "d.pan": "object template d;\n'/d' = error('no');\n",
  };

  it("is told of with the side, and the others are compared", () => {
    const { failed, same, machines } = compare(site, broken);
    expect(failed).toEqual([
      { name: "b", sides: "after" },
      { name: "d", sides: "after" },
    ]);
    expect([machines.length, same]).toEqual([0, 4]);
    expect(compare(broken, site).failed.map(({ sides }) => sides)).toEqual(["before", "before"]);
    expect(compare(broken, broken).failed.map(({ sides }) => sides)).toEqual(["both", "both"]);
  });
});
