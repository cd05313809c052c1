/**
 * A guest on a real Xen, which itself runs in an emulated machine: the lab that the variable VMCS_XENLAB names, built
 * in XENLAB_BUILD, provides hypervisor and dom0.
 *
 * The lab's dom0 runs the jobs that it finds in a directory that it shares with this machine. Here the job boots a
 * guest from its own kernel and disk, and waits for what that says on its console.
 */
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { shellWord } from "../../src/text/shell-word.ts";

export interface GuestRun {
  /** The configuration for xl. */
  readonly config: string;
  /** Paths that the configuration names, and the images of this machine that stand there. */
  readonly disks: ReadonlyMap<string, string>;
  /** Other files that it names, such as the kernel. */
  readonly files: ReadonlyMap<string, string>;
  readonly bridges: readonly string[];
  /** The line of the console with which the guest is done. */
  readonly lastLine: string;
  /** Directory for what the run needs and leaves. */
  readonly directory: string;
  readonly timeoutSeconds: number;
}

export interface GuestResult {
  readonly console: string;
  /** What xl said when it created the guest, and of its end. */
  readonly xl: string;
}

export async function runGuest(build: string, run: GuestRun): Promise<GuestResult> {
  const shared = join(resolve(run.directory), "shared");
  const job = join(shared, "job/000");
  rmSync(shared, { recursive: true, force: true });
  mkdirSync(job, { recursive: true });
  copyFileSync(run.config, join(job, "config.cfg"));
  copyFileSync(run.config, join(job, "boot.cfg"));
  for (const [index, file] of [...run.files.values()].entries()) {
    copyFileSync(file, join(shared, `file${index}`));
  }
  writeFileSync(join(job, "plan"), jobPlan(run));
  await runMachine(build, shared, run);
  const read = (name: string): string =>
    existsSync(join(job, name)) ? readFileSync(join(job, name), "utf8") : "";
  const xl = ["dryrun.err", "create.out"].map(read).join("");
  return { console: read("console"), xl: `${xl}status ${read("create.rc").trim()}` };
}

/** What the lab's dom0 reads: a fragment for bash. */
function jobPlan({ bridges, disks, files, lastLine, timeoutSeconds }: GuestRun): string {
  const links = [
    ...[...disks.keys()].map((path, index) => `${path} /dev/vd${String.fromCharCode(97 + index)}`),
    ...[...files.keys()].map((path, index) => `${path} /lab/file${index}`),
  ];
  return `boot=1
bridges=(${bridges.map(shellWord).join(" ")})
disks=()
links=(${links.map(shellWord).join(" ")})
overrides=()
GUEST_TIMEOUT=${timeoutSeconds}
guest_report() { cp "$1" /lab/console-so-far; grep -q ${shellWord(`^${lastLine}`)} "$1"; }
`;
}

const dom0Memory = 768;
const xenMemory = 192;
const guestMemory = 640;

/** Runs the machine until it powers off. */
async function runMachine(build: string, shared: string, run: GuestRun): Promise<void> {
  const at = (name: string): string => join(build, name);
  const drives = [...run.disks.values()].flatMap((file) => [
    "-drive",
    `if=virtio,format=raw,snapshot=on,file=${resolve(file).replaceAll(",", ",,")}`,
  ]);
  const args = [
    // Without hardware: KVM needs nested virtualisation to run Xen. QEMU 7.2 emulates three CPU features badly.
    ...["-accel", "tcg", "-cpu", "max,-smap,-rdtscp,-xsave", "-smp", "1"],
    ...["-m", String(dom0Memory + xenMemory + guestMemory)],
    ...["-nodefaults", "-display", "none", "-no-reboot"],
    ...["-serial", `file:${join(run.directory, "machine.log")}`],
    ...["-kernel", at("xen")],
    "-append",
    `console=com1 com1=115200,8n1 bootscrub=0 dom0_mem=${dom0Memory}M,max:${dom0Memory}M`,
    ...["-initrd", `${at("vmlinux")} console=hvc0 quiet panic=1,${at("dom0.cpio")}`],
    ...["-virtfs", `local,path=${shared},mount_tag=xenlab,security_model=none`],
    ...drives,
  ];
  const machine = spawn("qemu-system-x86_64", args, { stdio: ["ignore", "inherit", "inherit"] });
  const timer = setTimeout(() => machine.kill(), (run.timeoutSeconds + 180) * 1000);
  await new Promise<void>((done, failed) => {
    machine.on("error", failed);
    machine.on("close", () => done());
  });
  clearTimeout(timer);
}
