/** Profiles in memory are bounded, and what is known of those that are let go stays right. */
import { expect, it } from "vitest";
import { Findings } from "../../src/editor/analysis/findings.ts";
import { Profiles } from "../../src/editor/analysis/profiles.ts";
import { Workspace } from "../../src/editor/workspace/workspace.ts";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { readSettings } from "../../src/language-server/settings.ts";

const count = 300;
const nameOf = (i: number): string => `m${String(i).padStart(3, "0")}`;
const pathOf = (i: number): string => `/site/${nameOf(i)}.pan`;

function siteOf(machines: number) {
  const files: Record<string, string> = {
    "/site/base.pan": "template base;\n\nbind '/size' = long(1..);\n",
  };
  for (let i = 0; i < machines; i++) {
    files[pathOf(i)] =
      `object template ${nameOf(i)};\n\ninclude 'base';\n'/size' = ${i === 7 ? 0 : 1};\n`;
  }
  const host = memoryHost({ files });
  const input = { host, roots: ["/site"], projects: [], library: [], client: new Map() };
  const workspace = new Workspace(host, readSettings(input).settings);
  for (const _ of workspace.load(["/site"]));
  const profiles = new Profiles(workspace);
  return { workspace, profiles, findings: new Findings(workspace, profiles) };
}

it("keeps the profiles that were asked for last, and what was found in all of them", () => {
  const { profiles, findings } = siteOf(count);
  for (const _ of findings.profilesUsing("/site/base.pan"));
  const loaded = Array.from({ length: count }, (_, i) => profiles.latest(pathOf(i))).filter(
    (profile) => profile !== undefined,
  );
  expect(loaded).toHaveLength(100);
  expect(profiles.using("/site/base.pan")).toHaveLength(count);
  expect(profiles.known(pathOf(7))).toBeUndefined();
  expect(profiles.isCurrent(pathOf(7))).toBe(true);
  expect(findings.of(pathOf(7)).map(({ code }) => code)).toEqual(["value-out-of-range"]);
  // Nothing is compiled a second time.
  expect([...findings.allProfiles()].flat()).toEqual([]);
});

it("begins with what somebody is looking at", () => {
  const { workspace, profiles, findings } = siteOf(20);
  for (const _ of findings.profilesUsing(pathOf(12)));
  workspace.open(pathOf(15), workspace.readText(pathOf(15)) ?? "", 1);
  const order = profiles.usingByInterest("/site/base.pan");
  expect(order.slice(0, 3)).toEqual([pathOf(15), pathOf(12), pathOf(0)]);
  workspace.open("/site/base.pan", "template base;\n\nbind '/size' = string;\n", 1);
  expect(profiles.isCurrent(pathOf(12))).toBe(false);
  expect(findings.of(pathOf(12))).toEqual([]);
});
