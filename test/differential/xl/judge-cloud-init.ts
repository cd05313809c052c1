/** cloud-init judges user data by its schema. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { cloudInit, runTool } from "../../support/tool.ts";
import { machinesFor } from "./judge-libvirt.ts";

export async function findCloudInitProblems(count: number): Promise<readonly string[]> {
  const machines = await machinesFor("cloud-init", count);
  const directory = mkdtempSync(join(tmpdir(), "vmcs-cloud-init-"));
  try {
    return machines.flatMap(({ seed, files }) => {
      const userData = files.find(({ name }) => basename(name) === "user-data");
      if (userData === undefined) return [`seed ${seed}: there is no user-data`];
      const folder = join(directory, String(seed));
      mkdirSync(folder);
      const path = join(folder, "user-data");
      writeFileSync(path, userData.content);
      const { status, stdout, stderr } = runTool(cloudInit, ["schema", "--config-file", path]);
      return status === 0 ? [] : [`seed ${seed}: ${stdout}${stderr}`.trim()];
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}
