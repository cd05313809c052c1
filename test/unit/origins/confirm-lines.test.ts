/**
 * Every line of what is emitted has an explanation that the compiler confirms: what is said to be behind it is changed in
 * the sources, and the line must change (see confirm-lines.ts).
 */
import { describe, expect, it } from "vitest";
import type { EmittedFile } from "../../../src/origins/emitted-files.ts";
import { filesBelow } from "../../support/repository.ts";
import { runs } from "../../support/runs.ts";
import { allWriters, explainedExample, type Writers } from "./build-example.ts";
import { Judge, type Verdict } from "./confirm-lines.ts";

/** Those of rules need repositories beside them. */
const examples = filesBelow("examples")
  .filter((path) => /^(?!rules\/).*\.pan$/.test(path))
  .map((path) => `examples/${path}`)
  .filter((path) => isObject(path));

const configurations: Writers = { formats: [], backends: ["xen"] };

function isObject(path: string): boolean {
  try {
    return explainedExample(path, { formats: [], backends: [] }).files.length > 0;
  } catch {
    return false;
  }
}

/** Those of which all files are judged, the configuration for xl among them. */
const withAllFiles: Readonly<Record<string, RegExp>> = {
  "examples/paper/node.pan": runs(/\.cfg$|(?:network|storage)\.xml$|\/network-config$/, /./),
  "examples/web-server/web-server.pan": runs(/\.cfg$/, /./),
};

/** Lines by verdict; of each kind of file. */
function judged(
  path: string,
  writers: Writers,
  isWanted: (file: EmittedFile) => boolean,
): ReadonlyMap<Verdict, readonly string[]> {
  const built = explainedExample(path, writers);
  const judge = new Judge(path, built, writers, isWanted);
  const found = new Map<Verdict, string[]>();
  for (const file of built.files.filter(isWanted)) {
    const { origins, verdicts } = judge.judge(file);
    expect(origins.lines.join("\n")).toBe(file.content().replace(/\n$/, ""));
    for (const [index, verdict] of verdicts.entries()) {
      const text = `${file.name}:${index + 1}: ${origins.lines[index]}`;
      found.set(verdict, [...(found.get(verdict) ?? []), text]);
    }
  }
  return found;
}

describe("the configuration for xl", () => {
  const others = examples.filter((each) => !(each in withAllFiles));

  it("is made of all examples", () => {
    expect(examples.length).toBeGreaterThanOrEqual(9);
  });

  for (const path of runs(others.slice(-3), others)) {
    it(`of ${path} is confirmed line by line`, { timeout: 120_000 }, () => {
      const verdicts = judged(path, configurations, ({ name }) => name.endsWith(".cfg"));
      expect(verdicts.get("unconfirmed") ?? []).toEqual([]);
      expect(verdicts.get("own") ?? []).toEqual([]);
      expect((verdicts.get("literal") ?? []).length).toBeGreaterThan(8);
    });
  }
});

/** Lines that every machine has: declarations of a format, and the shell's part of scripts. */
const ofAll = /<\?xml|#cloud-config|\.image\.(?:sh|json):/;

describe("all files", () => {
  for (const [path, wanted] of Object.entries(withAllFiles)) {
    it(`of ${path} are confirmed line by line`, { timeout: 300_000 }, () => {
      const verdicts = judged(path, allWriters, ({ name }) => wanted.test(name));
      expect(verdicts.get("unconfirmed") ?? []).toEqual([]);
      expect((verdicts.get("own") ?? []).filter((text) => !ofAll.test(text))).toEqual([]);
    });
  }
});
