/**
 * From a description to a running guest: `npm run e2e`.
 *
 * Builds `guest.pan` with the backends xen, cloud-init and image, makes its disks from packages of Debian, boots it on
 * Xen, and compares what it says on its console with what the description wants. Needs mmdebstrap, e2fsprogs,
 * qemu-utils, qemu-system-x86, xorriso, a mirror of Debian, and a lab for Xen (see xen-guest.ts). It takes some six
 * minutes; `npm run e2e -- DIRECTORY` leaves everything there, and uses disks that are there already.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findLab } from "../boot/boot-lab.ts";
import { repositoryPath } from "../support/repository.ts";
import { runGuest } from "./xen-guest.ts";

const programs = ["mmdebstrap", "mke2fs", "debugfs", "qemu-img", "qemu-system-x86_64", "xorriso"];
const packageName = "bsdextrautils";

process.exitCode = await main(process.argv[2]);

async function main(kept: string | undefined): Promise<number> {
  const lab = findLab();
  const missing = programs.filter((name) => spawnSync("which", [name]).status !== 0);
  if (lab === undefined || missing.length > 0) {
    const lacks = [...missing, ...(lab === undefined ? ["a lab for Xen (VMCS_XENLAB)"] : [])];
    say(`e2e is skipped, for want of: ${lacks.join(", ")}`);
    return process.env["CI"] === undefined ? 0 : 1;
  }
  const directory = resolve(kept ?? mkdtempSync(join(tmpdir(), "vmcs-e2e-")));
  try {
    return (await testGuest(lab.build, directory)) ? 0 : 1;
  } finally {
    if (kept === undefined) rmSync(directory, { recursive: true, force: true });
  }
}

async function testGuest(build: string, directory: string): Promise<boolean> {
  const output = join(directory, "guest");
  const host = join(directory, "host");
  mkdirSync(output, { recursive: true });
  await timed("build", () => buildGuest(output));
  await timed("disks", () => run(join(output, "guest.image.sh"), [], { ROOT: host }));
  const onHost = (path: string): string => join(host, path);
  const images = "/var/lib/xen/images";
  const boot = "/var/lib/xen/boot";
  const same = (...paths: readonly string[]): ReadonlyMap<string, string> =>
    new Map(paths.map((path) => [path, onHost(path)]));
  const result = await timed("boot", () =>
    runGuest(build, {
      config: join(output, "guest.cfg"),
      disks: same(`${images}/guest-xvda.img`, `${images}/guest-seed.iso`),
      files: same(`${boot}/guest-vmlinuz`, `${boot}/guest-initrd.img`),
      bridges: ["xenbr0"],
      lastLine: "vmcs-e2e: done",
      directory,
      timeoutSeconds: 900,
    }),
  );
  const version = installedVersion(onHost(`${images}/guest-xvda.img`));
  const said = result.console.match(/^vmcs-e2e: .*$/gm) ?? [];
  const wanted = [
    "vmcs-e2e: hostname guest.example.org",
    `vmcs-e2e: package ${packageName} ${version}`,
    "vmcs-e2e: address 192.0.2.10/24",
    "vmcs-e2e: root /dev/xvda ext4",
    'vmcs-e2e: GREETING="hello, world"',
    "vmcs-e2e: done",
  ];
  const lines = said.map((line) => line.replace(/\r$/, ""));
  say(lines.join("\n"));
  const isRight = wanted.join("\n") === lines.join("\n");
  if (!isRight) say(`\nwanted:\n${wanted.join("\n")}\n\n${result.xl}\n${result.console}`);
  say(isRight ? "The guest is what its description says." : "The guest differs.");
  return isRight;
}

async function buildGuest(output: string): Promise<void> {
  run(process.execPath, [repositoryPath("scripts/build.mjs")]);
  run(process.execPath, [
    repositoryPath("dist/cli/vmcs.js"),
    "build",
    repositoryPath("test/e2e/guest.pan"),
    ...["xen", "cloud-init", "image"].flatMap((name) => ["--backend", name]),
    "--output-dir",
    output,
  ]);
}

/** What the disk says of the package before any guest has run from it. */
function installedVersion(disk: string): string {
  const { stdout } = spawnSync("debugfs", ["-R", "cat /var/lib/dpkg/status", disk], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const entry = stdout.split("\n\n").find((text) => text.startsWith(`Package: ${packageName}\n`));
  return /^Version: (.*)$/m.exec(entry ?? "")?.[1] ?? "is not installed";
}

function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): void {
  if (!existsSync(program)) throw new Error(`There is no ${program}.`);
  const { status, error } = spawnSync(program, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${program} ended with status ${status}.`);
}

async function timed<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await work();
  say(`${name}: ${Math.round((performance.now() - began) / 1000)} s`);
  return result;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
