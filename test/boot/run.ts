/**
 * Machines from their descriptions to a running kernel: `vmcs build`, then real Xen in an emulator.
 *
 *   npm run boot
 *
 * The environment must name a lab, see test/README.md. Takes about a minute and a half.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesIn, repositoryPath } from "../support/repository.ts";
import { type BuiltMachine, bootMachines, findLab, type Lab, labRemedy } from "./boot-lab.ts";
import { compareWithModel } from "./compare-with-model.ts";
import { readModel } from "./read-model.ts";

const descriptions = ["examples/xen-lab/pv.pan", "examples/xen-lab/pvh.pan"];

const lab = findLab();
if (lab === undefined) {
  const message = `There is no lab to boot in: ${labRemedy}`;
  if (process.env["CI"]) {
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
  process.stdout.write(`Skipped. ${message}\n`);
  process.exit(0);
}

const directory = mkdtempSync(join(tmpdir(), "vmcs-boot-"));
try {
  process.exitCode = (await run(lab)) ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true });
}

/** Whether every machine is what its description says. */
async function run(found: Lab): Promise<boolean> {
  execFileSync(process.execPath, [repositoryPath("scripts/build.mjs")], { stdio: "inherit" });
  const machines = await Promise.all(descriptions.map(build));
  const outcomes = bootMachines(found, machines, join(directory, "lab"));
  let good = true;
  for (const [index, { model }] of machines.entries()) {
    const findings = compareWithModel(model, outcomes[index]);
    for (const { what, wanted, seen, holds } of findings) {
      good &&= holds;
      const verdict = holds ? "ok   " : "WRONG";
      const difference = holds ? "" : `, but ${seen}`;
      process.stdout.write(`${verdict} ${model.system.name} ${what}: ${wanted}${difference}\n`);
    }
  }
  return good;
}

async function build(description: string, index: number): Promise<BuiltMachine> {
  const output = join(directory, `build-${index}`);
  const command = repositoryPath("dist/cli/vmcs.js");
  const args = ["build", "--output-dir", output, repositoryPath(description)];
  execFileSync(process.execPath, [command, ...args], { stdio: ["ignore", "ignore", "inherit"] });
  const files = filesIn(output).map((file) => join(output, file));
  const configuration = files.find((file) => file.endsWith(".cfg"));
  if (configuration === undefined) throw new Error(`${description} gave no configuration of xl.`);
  return { configuration, model: await readModel(files.filter((file) => file.endsWith(".xml"))) };
}
