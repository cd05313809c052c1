/** The lab that boots real Xen in an emulator, and machines on it. */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { VmModel } from "../../src/vm/model/model.ts";

export interface BuiltMachine {
  /** Path of what xl reads. */
  readonly configuration: string;
  readonly model: VmModel;
}

/** What the guest saw from inside, as its console had it. */
export interface GuestReport {
  readonly type: string;
  readonly uuid: string;
  readonly vcpus: number;
  readonly memory_kb: number;
  readonly cmdline: string;
  readonly disks: Readonly<Record<string, { readonly bytes: number; readonly readonly: boolean }>>;
  readonly nics: Readonly<Record<string, { readonly mac: string; readonly reaches_dom0: boolean }>>;
}

export interface BootOutcome {
  readonly ok: boolean;
  readonly messages: readonly string[];
  readonly guest: GuestReport | null;
  /** The lines of `xl list`. */
  readonly list: string;
  /** What the hypervisor says of the share of the processors. */
  readonly scheduling: { readonly weight?: number; readonly cap?: number };
}

export const labRemedy =
  "set VMCS_XENLAB to a folder with run.sh, built as its README says" +
  " (Debian: qemu-system-x86 qemu-utils), and XENLAB_BUILD if it was built elsewhere";

export interface Lab {
  /** The program that boots machines. */
  readonly program: string;
  /** Where hypervisor and dom0 were built. */
  readonly build: string;
}

export function findLab(): Lab | undefined {
  const lab = process.env["VMCS_XENLAB"];
  if (!lab) return undefined;
  const program = join(lab, "run.sh");
  const build = process.env["XENLAB_BUILD"] || join(lab, "build");
  return existsSync(program) && existsSync(join(build, "stamp")) ? { program, build } : undefined;
}

/** Boots all machines on one host, one after the other; `directory` gets what the lab leaves. */
export function bootMachines(
  { program }: Lab,
  machines: readonly BuiltMachine[],
  directory: string,
): readonly BootOutcome[] {
  mkdirSync(directory, { recursive: true });
  const images = machines.flatMap(({ model }) => makeImages(model, directory));
  const configurations = machines.map(({ configuration }) => configuration);
  const kept = join(directory, "kept");
  const { stdout, error } = spawnSync(
    program,
    [
      "--strict",
      "--keep",
      kept,
      ...images.flatMap((image) => ["--file", image]),
      ...configurations,
    ],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (error !== undefined) throw error;
  const reports = stdout.trimEnd().split("\n").map(parseReport);
  if (reports.length !== machines.length)
    throw new Error("The lab did not report on all machines.");
  return reports.map((report, index) => {
    const job = join(kept, "job", String(index).padStart(3, "0"));
    return { ...report, list: readText(join(job, "list")), scheduling: schedulingOf(job) };
  });
}

type Report = Pick<BootOutcome, "ok" | "messages" | "guest">;

function parseReport(line: string): Report & { readonly mismatches?: readonly string[] } {
  const report = JSON.parse(line) as Report & { readonly mismatches?: readonly string[] };
  return { ...report, messages: [...report.messages, ...(report.mismatches ?? [])] };
}

/** Empty disks of the size that the description wants; `PATH=IMAGE` for each. */
function makeImages({ system, storage }: VmModel, directory: string): readonly string[] {
  return [...(storage.disks ?? [])].map(([device, { size, format, source }]) => {
    const path = source.file ?? source.block;
    if (size === undefined || format !== "raw" || path === undefined)
      throw new Error(`The disk ${device} of ${system.name} must be raw and say its size.`);
    const image = join(directory, `${system.name}-${device}.img`);
    const file = openSync(image, "w");
    ftruncateSync(file, size * 1024 * 1024);
    closeSync(file);
    return `${path}=${image}`;
  });
}

/** `xl list -l` asks the hypervisor for these. */
function schedulingOf(job: string): BootOutcome["scheduling"] {
  const text = readText(join(job, "list.json"));
  if (text === "") return {};
  const [domain] = JSON.parse(text) as readonly {
    readonly config: { readonly b_info: { readonly sched_params?: BootOutcome["scheduling"] } };
  }[];
  return domain?.config.b_info.sched_params ?? {};
}

function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
