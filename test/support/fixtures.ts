/**
 * Fixtures: tests that are data. A flat suite is a folder of inputs, each with its golden beside it
 * (`x.pan` → `x.out`); a suite of cases is a folder of folders, for tests of many files.
 */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesBelow, repositoryPath } from "./repository.ts";

export interface Fixture {
  /** The input's path below the suite's folder. */
  readonly name: string;
  readonly text: string;
}

export interface GoldenSuite {
  /** Below test/fixtures. */
  readonly folder: string;
  /** How the names of the inputs end, such as `.pan`. */
  readonly input: string;
  /** How the names of the goldens end instead, such as `.out`. */
  readonly golden: string;
  /** What the golden must contain. */
  readonly render: (fixture: Fixture) => string | Promise<string>;
}

/** Declares one test for each input of a flat suite. */
export function goldenSuite(suite: GoldenSuite): void {
  describe(`fixtures/${suite.folder}`, () => {
    for (const fixture of readFixtures(suite)) {
      it(fixture.name, async () => {
        const stem = fixture.name.slice(0, -suite.input.length);
        await expectGolden(`${suite.folder}/${stem}${suite.golden}`, await suite.render(fixture));
      });
    }
  });
}

export interface FixtureCase {
  /** The case's path below the suite's folder. */
  readonly name: string;
  /** Where its files are, as an absolute path. */
  readonly path: string;
  /** Its files, goldens included, by their path below the case. */
  readonly files: ReadonlyMap<string, string>;
}

/** The cases of a folder of folders: one for each folder that has a file directly in it. */
export function readCases(folder: string): readonly FixtureCase[] {
  const names = [...new Set(fixtureFiles(folder).map((file) => file.split("/", 1)[0] ?? ""))];
  return names.map((name) => ({
    name,
    path: fixturePath(`${folder}/${name}`),
    files: new Map(
      fixtureFiles(`${folder}/${name}`).map((file) => [
        file,
        readFixture(`${folder}/${name}/${file}`),
      ]),
    ),
  }));
}

/** Compares a text with a golden below test/fixtures; `vitest run -u` writes it. */
export async function expectGolden(golden: string, text: string): Promise<void> {
  await expect(text).toMatchFileSnapshot(fixturePath(golden));
}

/** The absolute path of a file below test/fixtures. */
export function fixturePath(path: string): string {
  return repositoryPath(`test/fixtures/${path}`);
}

function readFixtures({ folder, input, golden }: GoldenSuite): readonly Fixture[] {
  return fixtureFiles(folder)
    .filter((name) => name.endsWith(input) && !name.endsWith(golden))
    .map((name) => ({ name, text: readFixture(`${folder}/${name}`) }));
}

function fixtureFiles(folder: string): readonly string[] {
  return existsSync(fixturePath(folder)) ? filesBelow(`test/fixtures/${folder}`) : [];
}

function readFixture(path: string): string {
  return readFileSync(fixturePath(path), "utf8");
}
