/**
 * Programs of Debian that judge what we write. Where one is missing, its tests are skipped and say what
 * to install; under CI they fail, so that nothing goes unjudged unnoticed.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, it } from "vitest";

export interface Tool {
  readonly name: string;
  /** The absolute path of the program, if this machine has it. */
  readonly find: () => string | undefined;
  /** How to get it, as the end of "… is missing: ". */
  readonly remedy: string;
  /** Whether a run under CI must have it. */
  readonly wantedInCi: () => boolean;
}

export interface ToolResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export const xmllint = debianTool("xmllint", "libxml2-utils");
export const virsh = debianTool("virsh", "libvirt-clients");
export const cloudInit = debianTool("cloud-init", "cloud-init");
export const netplan = debianTool("netplan", "netplan.io");
export const lcov = debianTool("lcov", "lcov");
export const qemuImg = debianTool("qemu-img", "qemu-utils");
export const chromium = debianTool("chromium", "chromium");
export const neovim = debianTool("nvim", "neovim");
export const python = debianTool("python3", "python3");

/** The real `xl create -n` without a hypervisor, from a lab that the variable VMCS_XENLAB names. */
export const xlDryRun: Tool = {
  name: "xl-dryrun",
  find: () => findXlDryRun(environment("VMCS_XENLAB")),
  remedy:
    "set VMCS_XENLAB to a folder with xl-dryrun, built as its README says" +
    " (Debian: xen-utils-4.17 libxenmisc4.17 xen-utils-common)",
  wantedInCi: () => environment("VMCS_XENLAB") !== undefined,
};

/** `describe` for tests that need a tool. */
export function describeWith(tool: Tool, title: string, tests: () => void): void {
  if (tool.find() !== undefined) {
    describe(title, tests);
    return;
  }
  const missing = `${tool.name} is missing: ${tool.remedy}`;
  if (environment("CI") !== undefined && tool.wantedInCi()) {
    describe(title, () => it(`has ${tool.name}`, () => Promise.reject(new Error(missing))));
  } else {
    describe.skip(`${title} (${missing})`, tests);
  }
}

/** Runs a tool that `describeWith` has found. */
export function runTool(
  tool: Tool,
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string } = {},
): ToolResult {
  const { status, stdout, stderr, error } = spawnSync(tool.find() ?? tool.name, args, {
    encoding: "utf8",
    ...options,
  });
  if (error !== undefined) throw error;
  return { status: status ?? -1, stdout, stderr };
}

function debianTool(name: string, packageName: string): Tool {
  return {
    name,
    find: () =>
      (environment("PATH") ?? "")
        .split(delimiter)
        .map((folder) => join(folder, name))
        .find(isProgram),
    remedy: `apt-get install ${packageName}`,
    wantedInCi: () => true,
  };
}

function findXlDryRun(lab: string | undefined): string | undefined {
  if (lab === undefined) return undefined;
  const build = environment("XENLAB_BUILD") ?? join(lab, "build");
  const program = join(lab, "xl-dryrun");
  return isProgram(program) && existsSync(join(build, "hyperstub.so")) ? program : undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** A variable of the environment; an empty one counts as not set. */
function environment(name: string): string | undefined {
  return process.env[name] || undefined;
}
