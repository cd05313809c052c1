/** What the files of src import, as dependency-cruiser finds it. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../", import.meta.url));

interface Cruise {
  readonly modules: readonly {
    readonly source: string;
    readonly dependencies: readonly { readonly resolved: string }[];
  }[];
}

export function importsOfSrc(): readonly (readonly [from: string, to: string])[] {
  const program = "node_modules/dependency-cruiser/bin/dependency-cruise.mjs";
  const args = [program, "--config", ".dependency-cruiser.mjs", "--output-type", "json", "src"];
  const { stdout } = spawnSync(process.execPath, args, {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const { modules } = JSON.parse(stdout) as Cruise;
  return modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => [source, resolved] as const),
  );
}
