/**
 * Builds descriptions for Xen, with the types of `templates/vmcs` or without them: what these would refuse must be
 * refused by what reads the model too, as skeletons can come from anywhere.
 */
import { readFileSync } from "node:fs";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { type CompiledProfile, compile } from "../../src/pan/compiler/compile.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import type { Value } from "../../src/pan/tree/value.ts";
import { buildVm } from "../../src/pipeline/build.ts";
import { noSpan } from "../../src/text/span.ts";
import { memorySource, root } from "../fuzz/memory-source.ts";
import { filesBelow, repositoryPath } from "../support/repository.ts";

export interface Build {
  readonly diagnostics: readonly Diagnostic[];
  readonly textOf: (file: string) => string | undefined;
}

const templates: ReadonlyMap<string, string> = new Map(
  filesBelow("templates").map((file) => [
    file,
    readFileSync(repositoryPath(`templates/${file}`), "utf8"),
  ]),
);

/** The descriptions are of a template `t`; they are compiled together, each as a template of its own name. */
type Descriptions = ReadonlyMap<string, string>;

export function buildTyped(descriptions: Descriptions): ReadonlyMap<string, Build> {
  return build(descriptions, (tree) => tree);
}

export function buildUntyped(descriptions: Descriptions): ReadonlyMap<string, Build> {
  const untyped = [...descriptions].map(([name, text]): [string, string] => {
    return [name, text.replace("include 'vmcs/vm';", "")];
  });
  return build(new Map(untyped), (tree) => withDefaults(tree, []));
}

function build(
  descriptions: Descriptions,
  complete: (tree: Dict) => Dict,
): ReadonlyMap<string, Build> {
  const own = [...descriptions].map(([name, text]): [string, string] => {
    return [`${name}.pan`, text.replace("object template t;", `object template ${name};`)];
  });
  const profiles = new Map<string, CompiledProfile>();
  const { diagnostics, text: textOf } = compile({
    host: memorySource(new Map([...templates, ...own])),
    files: own.map(([file]) => `${root}/${file}`),
    options: {
      dialect: "pan",
      includePath: [root],
      maxIteration: 10_000,
      maxRecursion: 50,
      deprecationWarnings: "on",
      initialData: new Dict(),
      debugs: () => false,
      build: true,
    },
    print: () => {},
    onProfile: (profile) => profiles.set(profile.name, profile),
  });
  const results = [...descriptions.keys()].map((name): [string, Build] => {
    const file = `${root}/${name}.pan`;
    const compiled = diagnostics.filter(
      ({ span, related }) =>
        span.file === file || related.some((other) => other.span.file === file),
    );
    const profile = profiles.get(name);
    const spawned = profile === undefined ? [] : spawn(profile, complete);
    if (profile === undefined && compiled.length === 0)
      throw new Error(`Nothing became of ${name}.`);
    return [name, { diagnostics: [...compiled, ...spawned], textOf }];
  });
  return new Map(results);
}

function spawn(
  { name, root: tree, file, provenance }: CompiledProfile,
  complete: (tree: Dict) => Dict,
): readonly Diagnostic[] {
  const { diagnostics } = buildVm({
    profileName: name,
    root: complete(tree),
    digest: "sha256:00",
    target: { backends: ["xen"], xenRelease: "4.17", readSecret: () => "secret" },
    locate: (place) => provenance.origin(place)?.span ?? { ...noSpan, file },
  });
  return diagnostics;
}

/** What the types would have filled in, by path; `*` is any key. */
const defaults: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  "": Object.fromEntries(
    ["hardware", "network", "system", "storage", "software"].map((name) => [name, new Dict()]),
  ),
  "/hardware": { cpu: new Dict(), memory: new Dict(), devices: new Dict() },
  "/hardware/cpu": { count: 1n, arch: "x86_64" },
  "/hardware/devices/graphics/vnc": { listen: "127.0.0.1", autoport: true },
  "/system": { os: new Dict(), boot: new Dict(), lifecycle: new Dict(), scheduling: new Dict() },
  "/system/os": { family: "linux" },
  "/system/lifecycle": { on_poweroff: "destroy", on_reboot: "restart", on_crash: "destroy" },
  "/system/clock": { base: "utc" },
  "/storage": { directory: "/var/lib/xen/images" },
  "/storage/disks/*": { format: "raw", access: "rw" },
};

function withDefaults(dict: Dict, place: readonly string[]): Dict {
  const given = new Map(dict.keys().map((key) => [key, dict.get(key)]));
  const path = place.map((key) => `/${key}`).join("");
  const wanted = defaults[path] ?? defaults[path.replace(/[^/]+$/, "*")] ?? {};
  for (const [key, value] of Object.entries(wanted)) if (!given.has(key)) given.set(key, value);
  const entries = [...given].flatMap(([key, value]): [string, Value][] => {
    if (value === undefined) return [];
    return [[key, value instanceof Dict ? withDefaults(value, [...place, key]) : value]];
  });
  return new Dict(new Map(entries));
}
