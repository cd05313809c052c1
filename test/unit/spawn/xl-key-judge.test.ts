/**
 * The real xl of 4.17 reads what the fixtures of its keys become, and understands what they say.
 *
 * Keys and options that later releases brought cannot be judged so: of these libxlutil says what it reads.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { xlKeys } from "../../../src/spawn/xen/spawn-xen.ts";
import { describeWith, runTool, type Tool, xlDryRun } from "../../support/tool.ts";
import { buildXlKey, cfgOf, titleOf, type XlKeyFixture, xlKeyFixtures } from "./xl-key-fixtures.ts";

/** It comes with the other. */
const xlParse: Tool = {
  ...xlDryRun,
  name: "xl-parse",
  find: () => xlDryRun.find()?.replace(/xl-dryrun$/, "xl-parse"),
};

const fixtures = xlKeyFixtures();
const known = fixtures.filter(({ xl }) => xl !== undefined);
const later = fixtures.filter(({ parsed }) => parsed !== undefined);

let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "vmcs-xl-keys-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

describeWith(xlDryRun, "xl", () => {
  let verdicts: readonly unknown[] = [];
  beforeAll(() => {
    const { stdout } = runTool(xlDryRun, written(known));
    verdicts = stdout
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
  }, 180_000);

  for (const [index, fixture] of known.entries()) {
    it(`understands ${titleOf(fixture)}`, () => {
      const verdict = verdicts[index];
      const messages = fixture.messages ?? [];
      expect(verdict).toMatchObject({ accepted: true, messages, ignored_keys: [] });
      const paths = Object.keys(fixture.xl ?? {});
      const read = paths.map((path) => [path, valueAt(verdict, `domain ${path}`)]);
      expect(Object.fromEntries(read)).toEqual(fixture.xl);
    });
  }
});

describeWith(xlDryRun, "xl, told of other guests", () => {
  it("reads every key for all guests that its row allows", () => {
    const { stdout } = runTool(xlDryRun, written(forOtherGuests()));
    const verdicts = stdout
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    const ignored = verdicts.map((verdict) => valueAt(verdict, "ignored_keys"));
    expect(ignored.filter((keys) => !Array.isArray(keys) || keys.length > 0)).toEqual([]);
    expect(ignored.length).toBeGreaterThan(100);
  }, 180_000);
});

/** Fixtures on guests that they were not written for, as far as nothing else there objects to that. */
function forOtherGuests(): readonly XlKeyFixture[] {
  const rows = new Map(Object.values(xlKeys).flatMap((keys) => keys.map((row) => [row.name, row])));
  return known
    .filter(({ guest }) => guest !== "arm")
    .flatMap((fixture) => {
      const guests = rows.get(fixture.key)?.guests ?? [];
      const others = guests.filter((guest) => guest !== fixture.guest);
      return others.map((guest) => ({ ...fixture, guest }));
    })
    .filter((fixture) => buildXlKey(fixture).diagnostics.length === 0);
}

describeWith(xlParse, "libxlutil", () => {
  for (const fixture of later) {
    it(`reads ${titleOf(fixture)}, which the xl of 4.17 does not know`, () => {
      const { stdout } = runTool(xlParse, written([fixture]));
      expect(valueAt(JSON.parse(stdout), `settings ${fixture.key}`)).toEqual(fixture.parsed);
    });
  }

  it("judges all that the other does not", () => {
    expect(
      fixtures.filter(({ xl, parsed }) => (xl === undefined) === (parsed === undefined)),
    ).toEqual([]);
  });
});

/** The files with the configurations of some fixtures. */
function written(some: readonly XlKeyFixture[]): readonly string[] {
  return some.map((fixture, index) => {
    const path = join(directory, `${index}.cfg`);
    writeFileSync(path, cfgOf(buildXlKey(fixture)));
    return path;
  });
}

/** The value at a path of keys and indexes, separated by blanks. */
function valueAt(value: unknown, path: string): unknown {
  return path
    .split(" ")
    .reduce<unknown>(
      (at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key],
      value,
    );
}
