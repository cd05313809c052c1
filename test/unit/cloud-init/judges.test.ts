/** cloud-init's own schema, PyYAML and netplan judge the seeds of random machines. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CloudInitContext } from "../../../src/spawn/cloud-init/context.ts";
import { metaData } from "../../../src/spawn/cloud-init/meta-data.ts";
import { networkConfig, routeTable } from "../../../src/spawn/cloud-init/network-config.ts";
import { userData } from "../../../src/spawn/cloud-init/user-data.ts";
import { printYaml } from "../../../src/spawn/cloud-init/yaml.ts";
import type { VmModel } from "../../../src/vm/model/model.ts";
import { createReporter } from "../../../src/vm/reporter.ts";
import { locatePath } from "../../road/place-source.ts";
import { repositoryPath } from "../../support/repository.ts";
import { runs } from "../../support/runs.ts";
import { cloudInit, describeWith, netplan, runTool } from "../../support/tool.ts";
import { anyMachine, plainMachine } from "./any-machine.ts";

const seed = 20_240_601;
const count = runs(8, 100);
let directory = "";
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "vmcs-seeds-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** The texts of a seed and what they stand for; undefined where the machine is refused. */
function seedOf(vm: VmModel): ReturnType<typeof caseOf> | undefined {
  const reporter = createReporter(locatePath);
  const ctx = { vm, report: reporter.report, readSecret: () => "$6$salt$hash" };
  const found = caseOf(ctx);
  return reporter.failed() ? undefined : found;
}

function caseOf(ctx: CloudInitContext) {
  const data = userData(ctx);
  const meta = metaData(ctx.vm);
  const network = networkConfig(ctx.vm, routeTable(ctx));
  return {
    data,
    meta,
    network,
    userData: printYaml(["cloud-config"], data),
    metaData: printYaml([], meta),
    networkConfig: network === undefined ? "" : printYaml([], network),
  };
}

type Seed = NonNullable<ReturnType<typeof seedOf>>;

/** As many random machines as any test wants, which takes the first of them. */
const seeds: readonly Seed[] = fc
  .sample(anyMachine, { numRuns: 6 * count, seed })
  .flatMap((vm) => seedOf(vm) ?? [])
  .slice(0, count);

describeWith(cloudInit, "cloud-init", () => {
  const plain = seedOf(plainMachine);
  // The last one is wrong, and has a schema to be refused by.
  const wrong = { ...plain, userData: "#cloud-config\nhostnam: a\nmounts: 3\n", data: {} };
  let said: readonly string[] = [];
  beforeAll(() => {
    said = judge([...seeds, plain, wrong]);
  }, 120_000);
  const isOfWrong = (problem: string): boolean => problem.startsWith(`case ${count + 1}: `);

  it(`takes ${count} random seeds, and reads what they are to say`, () => {
    expect(seeds).toHaveLength(count);
    expect(said.filter((problem) => !isOfWrong(problem))).toEqual([]);
  });

  it("refuses what its schema does not have", () => {
    expect(said.filter(isOfWrong).join("\n")).toMatch(
      /hostnam is unknown(?:.|\n)*mounts: 3 is not of type/,
    );
  });

  it("says of the files that they are valid", { timeout: 60_000 }, () => {
    for (const [index, { userData: text }] of seeds.slice(0, runs(1, 3)).entries()) {
      const file = join(directory, `user-data-${index}`);
      writeFileSync(file, text);
      expect(runTool(cloudInit, ["schema", "-c", file])).toMatchObject({ status: 0 });
    }
  });
});

describeWith(netplan, "netplan", () => {
  it("takes the networks of random machines", { timeout: 120_000 }, () => {
    const folder = join(directory, "root/etc/netplan");
    const file = join(folder, "50-cloud-init.yaml");
    const root = ["generate", "--root-dir", join(directory, "root")];
    mkdirSync(folder, { recursive: true });
    for (const { network } of seeds.slice(0, runs(4, 50))) {
      if (network === undefined) continue;
      writeFileSync(file, printYaml([], { network }));
      chmodSync(file, 0o600);
      expect({ network, ...runTool(netplan, root) }).toMatchObject({ status: 0 });
    }
    writeFileSync(
      file,
      printYaml([], { network: { version: 2, ethernets: { eth0: { mtu: "x" } } } }),
    );
    expect(runTool(netplan, root).status).not.toBe(0);
  });
});

/** What Debian's Python, which has cloud-init's code, says of the cases. */
function judge(cases: readonly unknown[]): readonly string[] {
  const { stdout, stderr, status } = spawnSync(
    "/usr/bin/python3",
    [repositoryPath("test/unit/cloud-init/judge.py")],
    { input: JSON.stringify(cases), encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly string[];
}
