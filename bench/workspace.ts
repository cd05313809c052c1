/** Where benchmarks put their inputs, and how they start the commands. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeSite, type SiteSize, standardSite } from "./site.ts";

export const repository = fileURLToPath(new URL("..", import.meta.url));

export interface Workspace {
  /** An object template of ten lines. */
  readonly small: string;
  /** Folder of the generated site. */
  readonly site: string;
  /** Object templates of the site. */
  readonly profiles: readonly string[];
  /** A folder for output. */
  readonly output: string;
  readonly remove: () => void;
}

export function makeWorkspace(size: SiteSize = standardSite): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "vmcs-bench-"));
  // What the commands keep between runs is the benchmark's own.
  process.env["XDG_CACHE_HOME"] = join(folder, "cache");
  const site = join(folder, "site");
  const files = makeSite(size);
  for (const [path, text] of files) write(join(site, path), text);
  const small = join(folder, "small.pan");
  write(small, smallTemplate);
  return {
    small,
    site,
    profiles: [...files.keys()]
      .filter((path) => path.startsWith("profiles/"))
      .map((path) => join(site, path)),
    output: join(folder, "output"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Arguments of the reference compiler's command line that build the whole site. */
export function siteArguments({ site, profiles, output }: Workspace): readonly string[] {
  mkdirSync(output, { recursive: true });
  const options = ["--formats", "pan,json,dep", "--include-path", site, "--output-dir", output];
  return [...options, ...profiles];
}

/** Arguments of `vmcs` that compile the small template. */
export function smallArguments({ small, output }: Workspace): readonly string[] {
  mkdirSync(output, { recursive: true });
  return ["compile", "--output-dir", output, small];
}

/** Bundles the commands of a checkout. */
export function build(checkout: string): void {
  execFileSync(process.execPath, [join(checkout, "scripts/build.mjs")], { stdio: "inherit" });
}

const smallTemplate = `object template small;

variable MEMORY ?= 512;
type port = long(1..65535);
bind '/port' = port;

'/port' = 8080;
'/memory' = MEMORY * 2;
'/names' = list('a', 'b');
'/user/name' = to_uppercase('root');
`;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
