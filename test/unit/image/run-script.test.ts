/** The script makes disks that qemu-img finds right, and leaves alone what is there. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeWith, qemuImg, runTool } from "../../support/tool.ts";
import { spawnDescription } from "../cloud-init/spawn-description.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "vmcs-image-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function inRoot(name: string): string {
  return join(root, "srv", name);
}

function run(fixture: string): { readonly status: number | null; readonly stderr: string } {
  const { files } = spawnDescription(`image/${fixture}.pan`, ["image"]);
  const script = join(root, "run.sh");
  writeFileSync(script, files.find(({ name }) => name.endsWith(".sh"))?.content ?? "exit 99");
  const { status, stderr } = spawnSync("bash", [script], {
    env: { ...process.env, ROOT: root },
    encoding: "utf8",
  });
  return { status, stderr };
}

function makeGolden(size: string): void {
  mkdirSync(dirname(inRoot("golden.qcow2")), { recursive: true });
  runTool(qemuImg, ["create", "-q", "-f", "qcow2", inRoot("golden.qcow2"), size]);
}

function info(name: string): Readonly<Record<string, unknown>> {
  const { stdout } = runTool(qemuImg, [
    "info",
    "--output=json",
    inRoot(`the disks/run-me-${name}`),
  ]);
  return JSON.parse(stdout) as Readonly<Record<string, unknown>>;
}

const mebibyte = 1024 * 1024;

describeWith(qemuImg, "the script of an image", () => {
  it("makes disks, and makes them once", () => {
    makeGolden("16M");
    expect(run("run-me")).toMatchObject({ status: 0 });
    expect(info("xvda.qcow2")).toMatchObject({
      format: "qcow2",
      "virtual-size": 20 * mebibyte,
      "backing-filename": inRoot("golden.qcow2"),
      "backing-filename-format": "qcow2",
    });
    expect(info("xvdb.img")).toMatchObject({ format: "raw", "virtual-size": 16 * mebibyte });
    expect(info("xvdd.qcow2")).toMatchObject({ format: "qcow2", "virtual-size": 8 * mebibyte });
    const data = readFileSync(inRoot("the disks/run-me-xvdc.img"));
    expect(data.length).toBe(8 * mebibyte);
    expect(data.readUInt16LE(1024 + 0x38), "the magic number of ext4").toBe(0xef53);
    expect(data.toString("latin1", 1024 + 0x78, 1024 + 0x78 + 5)).toBe("data\0");

    writeFileSync(inRoot("the disks/run-me-xvdc.img"), "mine");
    const again = run("run-me");
    expect(again.status).toBe(0);
    expect(again.stderr.match(/is there and is left as it is/g)).toHaveLength(4);
    expect(readFileSync(inRoot("the disks/run-me-xvdc.img"), "utf8")).toBe("mine");
  });

  it("refuses an image that is larger than its disk", () => {
    makeGolden("64M");
    expect(run("run-me")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("larger than the disk that is to start from it (20 MiB)"),
    });
  });

  it("says which image is missing", () => {
    expect(run("run-me")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("/srv/golden.qcow2 is missing"),
    });
  });

  it("is what bash understands, and shellcheck where it is", () => {
    for (const fixture of ["shared-image", "machine-of-its-own", "existing-images", "run-me"]) {
      const { files } = spawnDescription(`image/${fixture}.pan`, ["image"]);
      const input = files.find(({ name }) => name.endsWith(".sh"))?.content ?? "(";
      expect(spawnSync("bash", ["-n"], { input, encoding: "utf8" })).toMatchObject({ status: 0 });
      const check = spawnSync("shellcheck", ["-e", "SC2016", "-"], { input, encoding: "utf8" });
      if (check.error === undefined) expect(check).toMatchObject({ status: 0, stdout: "" });
    }
  });
});
