/**
 * The files of a project to begin with.
 *
 * What a project is made of lies in the package as it will lie on disk: `starters/`, a folder each, and the files for
 * CI in `examples/ci`. Only what belongs to the directory rather than to the project is made here.
 */

import { compareCodeUnits } from "../base/compare.ts";
import { jsonText } from "../diagnostics/reports/json-text.ts";
import type { Host, OutputFile } from "../host/host.ts";
import { packagedFolder } from "./packaged-templates.ts";
import { version } from "./version.ts";

export interface Starter {
  /** Its folder in `starters/`. */
  readonly name: string;
  /** One line for the list of templates. */
  readonly summary: string;
  /** The command that makes its files. */
  readonly make: "build" | "compile";
}

export const starters: readonly Starter[] = [
  { name: "web-server", summary: "Debian with nginx, set up by cloud-init", make: "build" },
  { name: "compute-node", summary: "nodes of a cluster on processors of their own", make: "build" },
  {
    name: "container",
    summary: "one program on a kernel of its own, without a disk",
    make: "build",
  },
  { name: "minimal", summary: "the least that makes a machine", make: "build" },
  { name: "pan-site", summary: "profiles in plain Pan, without machines", make: "compile" },
];

export const ciServices = {
  github: { from: "github-workflow.yml", to: ".github/workflows/vmcs.yml" },
  gitlab: { from: "gitlab-ci.yml", to: ".gitlab-ci.yml" },
} as const;

export type CiService = keyof typeof ciServices;

export interface NewProject {
  readonly starter: Starter;
  readonly ci: CiService | "none";
  /** Absolute. */
  readonly directory: string;
}

export interface PlannedFiles {
  readonly files: readonly OutputFile[];
  /** Paths of what is there already and would be replaced. */
  readonly inTheWay: readonly string[];
  /** Whether there was a package.json, which is left alone though services install packages by it. */
  readonly hasManifest: boolean;
}

export function plannedFiles(host: Host, { starter, ci, directory }: NewProject): PlannedFiles {
  const manifest = `${directory}/package.json`;
  const hasManifest = host.kind(manifest) !== "missing";
  const own = [
    ...filesBelow(host, packagedFolder(`starters/${starter.name}`)),
    ...(ci === "none" ? [] : [ciFile(host, ci)]),
    ...(starter.make === "compile" ? [keptDirectory] : []),
  ].map(({ path, content }) => ({ path: `${directory}/${path}`, content }));
  const shared = [
    ...(ci === "none" || hasManifest ? [] : [{ path: manifest, content: manifestText() }]),
    ...ignoreFile(host, directory, ignoredPaths(starter, ci)),
  ];
  const inTheWay = own.flatMap(({ path }) => obstacle(host, directory, path));
  const files = [...own, ...shared].sort((a, b) => compareCodeUnits(a.path, b.path));
  return { files, inTheWay: [...new Set(inTheWay)].sort(), hasManifest };
}

/** `vmcs compile`, as the reference compiler, writes to a directory that is there. */
const keptDirectory: OutputFile = { path: "build/.gitignore", content: "*\n!.gitignore\n" };

function ignoredPaths({ make }: Starter, ci: NewProject["ci"]): readonly string[] {
  return [...(make === "compile" ? [] : ["/build/"]), ...(ci === "none" ? [] : ["/node_modules/"])];
}

/** With the lines that it lacks behind those that it has: nobody's lines are lost. */
function ignoreFile(
  host: Host,
  directory: string,
  wanted: readonly string[],
): readonly OutputFile[] {
  const path = `${directory}/.gitignore`;
  const present = host.readText(path) ?? "";
  const known = new Set(present.split(/\r?\n/).map((line) => line.trim()));
  const missing = wanted.filter((line) => !known.has(line));
  if (missing.length === 0) return [];
  const end = present === "" || present.endsWith("\n") ? "" : "\n";
  return [{ path, content: `${present}${end}${missing.join("\n")}\n` }];
}

function ciFile(host: Host, service: CiService): OutputFile {
  const { from, to } = ciServices[service];
  return { path: to, content: host.readText(packagedFolder(`examples/ci/${from}`)) ?? "" };
}

function manifestText(): string {
  return jsonText({ private: true, devDependencies: { vmcs: `^${version}` } });
}

/** Files of a folder with their paths in it. */
function filesBelow(host: Host, folder: string, prefix = ""): readonly OutputFile[] {
  return host.list(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    return host.kind(path) === "directory"
      ? filesBelow(host, path, `${prefix}${name}/`)
      : [{ path: `${prefix}${name}`, content: host.readText(path) ?? "" }];
  });
}

/** What keeps a file from being made: itself, or something that is no directory where one is needed. */
function obstacle(host: Host, directory: string, path: string): readonly string[] {
  const steps = path.slice(directory.length + 1).split("/");
  const paths = steps.map((_, i) => `${directory}/${steps.slice(0, i + 1).join("/")}`);
  const found = paths.find(
    (one) =>
      host.kind(one) !== (one === path ? "missing" : "directory") && host.kind(one) !== "missing",
  );
  return found === undefined ? [] : [found];
}
