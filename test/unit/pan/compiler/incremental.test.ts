/**
 * What is built again after a change, and why: an archive a case, with the files of a site, then steps. Files of the
 * step `1` are below `1/`; `1/remove` lists files that go, `1/options` has settings that change, and `1/threads` the
 * number of threads.
 */
import { describe, expect, it } from "vitest";
import type { CompileSettings } from "../../../../src/pan/compiler/settings.ts";
import { buildSite, outcomeOf, type SiteBuild } from "../../../support/build-site.ts";
import { goldenSuite } from "../../../support/fixtures.ts";
import { parseArchive } from "../../../support/txtar.ts";

goldenSuite({
  folder: "incremental",
  input: ".txtar",
  golden: ".out",
  async render({ text }) {
    const { files: archive } = parseArchive(text);
    const state = { text: "" };
    let settings: Partial<CompileSettings> = {};
    let files = stepFiles(archive, "");
    const shown: string[] = [];
    for (let step = 0; step === 0 || hasStep(archive, step); step++) {
      if (step > 0) {
        files = { ...files, ...stepFiles(archive, `${step}/`) };
        for (const path of lines(archive.get(`${step}/remove`))) delete files[`/${path}`];
        settings = { ...settings, ...JSON.parse(archive.get(`${step}/options`) ?? "{}") };
      }
      const count = Number(archive.get(`${step}/threads`) ?? 1);
      const threads = count > 1 ? { threads: { count, seed: step } } : {};
      const built = await buildSite(files, { state, settings, ...threads });
      const full = await buildSite(files, { settings });
      expect(outcomeOf(built)).toEqual(outcomeOf(full));
      shown.push(describeStep(step, built));
      files = Object.fromEntries(built.files);
    }
    return shown.join("\n");
  },
});

describe("a state", () => {
  const files = { "/templates/a.pan": 'object template a;\n"/x" = 1;\n' };

  it("is left alone by a build without changes, as are the files", async () => {
    const state = { text: "" };
    const first = await buildSite(files, { state });
    const before = state.text;
    const again = await buildSite(Object.fromEntries(first.files), { state });
    expect([...again.output.built]).toEqual([]);
    expect(state.text).toBe(before);
  });

  it.each([
    ["cut", (text: string) => text.slice(0, text.length / 2)],
    ["changed", (text: string) => text.replace('"isSound":true', '"isSound":trux')],
    ["of another version", (text: string) => text.replace(" 2 ", " 0 ")],
    ["no text of ours", () => "{}"],
  ])("that is %s is as good as none", async (_, damage) => {
    const state = { text: "" };
    const first = await buildSite(files, { state });
    state.text = damage(state.text);
    const again = await buildSite(Object.fromEntries(first.files), { state });
    expect([...again.output.built]).toEqual([["a", "there is no earlier build to compare with"]]);
    expect(again.files).toEqual(first.files);
  });

  it("keeps what was built of other files", async () => {
    const two = { ...files, "/templates/b.pan": "object template b;\n" };
    const state = { text: "" };
    const all = Object.fromEntries((await buildSite(two, { state })).files);
    const edited = { ...all, "/templates/b.pan": 'object template b;\n"/y" = 1;\n' };
    const partly = await buildSite(edited, { state, given: ["/templates/b.pan"] });
    const last = await buildSite(Object.fromEntries(partly.files), { state });
    expect([...last.output.built]).toEqual([]);
  });
});

function describeStep(step: number, { output }: SiteBuild): string {
  const { built, profiles, diagnostics } = output;
  const title = step === 0 ? "first build" : `step ${step}`;
  const reasons = [...built].map(([name, reason]) => `  ${name}: ${reason}\n`);
  const problems = diagnostics.map(({ message }) => `  ! ${message}\n`);
  return `${title}: ${built.size} of ${profiles} built\n${[...reasons, ...problems].join("")}`;
}

function stepFiles(archive: ReadonlyMap<string, string>, prefix: string): Record<string, string> {
  const found = [...archive].filter(([path]) =>
    /^(?:first|templates)\//.test(path.startsWith(prefix) ? path.slice(prefix.length) : ""),
  );
  return Object.fromEntries(found.map(([path, text]) => [`/${path.slice(prefix.length)}`, text]));
}

function hasStep(archive: ReadonlyMap<string, string>, step: number): boolean {
  return [...archive.keys()].some((path) => path.startsWith(`${step}/`));
}

function lines(text: string | undefined): readonly string[] {
  return (text ?? "").split("\n").filter((line) => line !== "");
}
