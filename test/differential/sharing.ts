/**
 * Real profiles compiled with and without sharing between them: the bytes of every format must be the same.
 *
 *   node scripts/run.mjs test/differential/sharing.ts --include-path DIR:DIR [--formats pan,json,…] FILE…
 */
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { nodeHost } from "../../src/host/node/node-host.ts";
import { compile } from "../../src/pan/compiler/compile.ts";
import type { SharingMode } from "../../src/pan/evaluator/sharing/sharing.ts";
import { profileFormats } from "../../src/pan/profile/registry.ts";
import { profileText } from "../../src/pan/profile/write-profile.ts";
import { Dict } from "../../src/pan/tree/dict.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "include-path": { type: "string", default: "." },
    formats: { type: "string", default: "pan,json,text,dot,dep,xml" },
  },
});
const names = values.formats.split(",");
const formats = profileFormats.filter(({ name }) => names.includes(name));
if (positionals.length === 0 || formats.length < names.length) {
  console.error("Name files of object templates, and known formats.");
  process.exit(2);
}

/** Digests of all texts, by profile and format, and all that was said. */
function digests(sharing: SharingMode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const start = process.cpuUsage();
  const { diagnostics, counters } = compile({
    host: nodeHost(),
    files: positionals.map((file) => resolve(file)),
    options: {
      dialect: "pan",
      includePath: values["include-path"].split(":").map((directory) => resolve(directory)),
      maxIteration: 10_000,
      maxRecursion: 50,
      deprecationWarnings: "off",
      initialData: new Dict(),
      debugs: () => false,
      build: true,
      sharing,
    },
    print: () => undefined,
    onProfile: (profile) => {
      for (const format of formats)
        found.set(`${profile.name}.${format.name}`, digest(profileText(format, profile)));
    },
  });
  found.set("diagnostics", JSON.stringify(diagnostics));
  found.set("counters", JSON.stringify(counters));
  const seconds = process.cpuUsage(start).user / 1e6;
  console.log(`sharing ${sharing}: ${found.size - 2} texts, ${seconds.toFixed(1)} s of processor`);
  return found;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

const apart = digests("off");
let wrong = 0;
for (const sharing of ["on", "eager"] as const) {
  const shared = digests(sharing);
  for (const name of new Set([...apart.keys(), ...shared.keys()])) {
    if (apart.get(name) === shared.get(name)) continue;
    wrong++;
    console.log(`${name} differs when sharing is ${sharing}.`);
  }
}
console.log(`${apart.size - 2} texts, ${wrong} differences`);
process.exitCode = wrong === 0 ? 0 : 1;
