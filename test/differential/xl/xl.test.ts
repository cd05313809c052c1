/**
 * Machines as nobody would think of them, and the programs for which their files are; `npm run differential:xl`
 * judges many more.
 */
import { describe, expect, it } from "vitest";
import { runs } from "../../support/runs.ts";
import { cloudInit, describeWith, virsh, xlDryRun, xmllint } from "../../support/tool.ts";
import { findCloudInitProblems } from "./judge-cloud-init.ts";
import { findLibvirtProblems } from "./judge-libvirt.ts";
import { findProblems, problemsOf } from "./judge-xl.ts";
import { randomMachine } from "./random-machine.ts";

const timeout = 120_000;

describe("a random machine", () => {
  it("is the same each time", () => {
    expect(randomMachine(7, { onlyXen: true })).toEqual(randomMachine(7, { onlyXen: true }));
    expect(randomMachine(7, { onlyXen: true })).not.toEqual(randomMachine(8, { onlyXen: true }));
  });

  it("is not what another configuration says", () => {
    const machine = randomMachine(7, { onlyXen: true });
    const domain = { c_info: { name: "other" }, b_info: { avail_vcpus: [] } };
    const problems = problemsOf(machine, { accepted: true, messages: ["what?"], domain });
    expect(problems).toContain("xl says: what?");
    expect(problems).toContain("domain.name: we say vm7, read as other");
  });
});

describeWith(xlDryRun, "xl", () => {
  it("reads what 60 random machines say", { timeout }, async () => {
    const seeds = Array.from({ length: 60 }, (_, index) => index + 1);
    expect(await findProblems(seeds)).toEqual([]);
  });
});

describeWith(xmllint, "xmllint", () => {
  describeWith(virsh, "libvirt", () => {
    it("takes 30 random machines", { timeout }, async () => {
      expect(await findLibvirtProblems(30)).toEqual([]);
    });
  });
});

describeWith(cloudInit, "cloud-init", () => {
  it("takes the software of random machines", { timeout }, async () => {
    expect(await findCloudInitProblems(runs(3, 8))).toEqual([]);
  });
});
