/** What each key of xl is made of; that no key is without a row and a fixture; and that other guests and releases refuse it. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderXlCoverage } from "../../../scripts/xl-coverage/render-xl-coverage.ts";
import { xlKeys } from "../../../src/spawn/xen/spawn-xen.ts";
import type { XlKey } from "../../../src/spawn/xen/xl-table.ts";
import { repositoryPath } from "../../support/repository.ts";
import {
  buildXlKey,
  cfgOf,
  listedKeys,
  settingLines,
  titleOf,
  type XlKeyFixture,
  xlKeyFixtures,
} from "./xl-key-fixtures.ts";

const rows = new Map(Object.values(xlKeys).flatMap((keys) => keys.map((row) => [row.name, row])));
const fixtures = xlKeyFixtures();
const listed = listedKeys();

describe("the list of xl's keys", () => {
  it("has every key once, and all that are written", () => {
    const names = listed.map(({ key }) => key);
    expect(new Set(names).size).toBe(names.length);
    const unlisted = [...rows.keys()].filter((name) => !names.includes(name));
    expect(unlisted, "List it in test/fixtures/xl-keys/all-keys.json").toEqual([]);
  });

  for (const { key, group, since, written } of listed) {
    it(key, () => {
      const own = fixtures.filter((fixture) => fixture.key === key);
      if (written === false) {
        expect([rows.has(key), own.length]).toEqual([false, 0]);
        return;
      }
      const row = rows.get(key) ?? expect.unreachable("there is a row");
      expect(Math.max(row.since, 2)).toBe(since);
      const groups = own.map((fixture) => fixture.group);
      expect(groups, `Add a fixture to test/fixtures/xl-keys/${group}.json`).toContain(group);
      expect(row.until ?? since).toBeGreaterThanOrEqual(since);
    });
  }
});

describe("docs/xl-coverage.md", () => {
  it("is up to date; `npm run docs` writes it", () => {
    const page = readFileSync(repositoryPath("docs/xl-coverage.md"), "utf8");
    expect(page === renderXlCoverage(listed), "Run `npm run docs`").toBe(true);
  });
});

describe("fixtures of xl's keys", () => {
  for (const fixture of fixtures) {
    it(titleOf(fixture), () => {
      const result = buildXlKey(fixture);
      expect(result.diagnostics).toEqual([]);
      expect(settingLines(cfgOf(result), fixture.key)).toEqual(fixture.cfg);
    });
  }
});

/** Keys whose value every machine has, and those of consoles, which some guests have as `vfb` and others not. */
const elsewhere = new Set([
  ...["name", "uuid", "type", "builder", "vfb", "vnc", "vnclisten", "vncdisplay", "vncunused"],
  ...["vncpasswd", "keymap", "sdl", "opengl", "display", "xauthority"],
]);
/** Keys for which earlier releases have others, and those others. */
const replacing = new Set(["cmdline", "firmware", "vga", "altp2m", "altp2mhvm"]);
const replaced = new Set(["bios", "stdvga", "altp2mhvm"]);

describe("keys that xl would ignore", () => {
  for (const fixture of fixtures) {
    const row = rows.get(fixture.key);
    if (row === undefined || elsewhere.has(fixture.key)) continue;
    for (const change of [...otherMachines(fixture, row), ...otherReleases(fixture, row)]) {
      const where = Object.values(change).join();
      it(`${titleOf(fixture)}: not for ${where}`, () => {
        expectRefusal({ ...fixture, ...change }, row);
      });
    }
  }
});

function otherMachines({ guest }: XlKeyFixture, row: XlKey): readonly Partial<XlKeyFixture>[] {
  if (guest === "arm") return row.platform === "Arm" ? [{ guest: "pvh" }] : [];
  const others = (["pv", "pvh", "hvm"] as const).filter((other) => !row.guests.includes(other));
  const isOnArm = row.platform !== "x86" || !row.guests.includes("pvh");
  return [...others, ...(isOnArm ? [] : ["arm" as const])].map((other) => ({ guest: other }));
}

/** There is no guest of type pvh before 4.10. */
function otherReleases(
  { key, guest }: XlKeyFixture,
  { since, until }: XlKey,
): readonly Partial<XlKeyFixture>[] {
  const isEarly = since > 2 && (guest === "pv" || guest === "hvm") && !replacing.has(key);
  const isLate = until !== undefined && !replaced.has(key);
  return [
    ...(isEarly ? [{ release: `4.${since - 1}` }] : []),
    ...(isLate ? [{ release: `4.${until + 1}` }] : []),
  ];
}

/** The codes that say that xl would not read what stands at a place. */
const refusals = new Set([
  "xen-not-for-guest-type",
  "xen-not-on-arch",
  "xen-not-in-release",
  "xen-no-longer-in-release",
  "xen-firmware-for-other-guest-type",
]);

function expectRefusal(fixture: XlKeyFixture, { at, placeIn }: XlKey): void {
  const { files, diagnostics } = buildXlKey(fixture);
  // Of several places, all are in one.
  const place = `/${(placeIn === undefined ? at : at.slice(0, -1)).join("/")}`;
  const refused = diagnostics.filter(({ code }) => refusals.has(code)).map(({ span }) => span.file);
  expect(refused.filter((file) => file.startsWith(place))).not.toEqual([]);
  expect(files).toEqual([]);
}
