/** What comes with vmcs, as the playground has it: templates, rules and examples. */
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

import type { Example } from "../../playground/library.ts";

const root = join(import.meta.dirname, "../..");

interface ExampleEntry {
  /** The folder below `examples`. */
  readonly name: string;
  readonly title: string;
  /** The file that is shown first. */
  readonly main: string;
}

/** In the order in which the page offers them. */
const offered: readonly ExampleEntry[] = [
  { name: "web-server", title: "A web server", main: "web-server.pan" },
  { name: "debian-guest", title: "A Debian guest, built from packages", main: "debian-guest.pan" },
  { name: "compute-nodes", title: "Compute nodes, four of a kind", main: "compute-nodes.pan" },
  { name: "container", title: "A guest for one container", main: "container.pan" },
  { name: "windows", title: "Windows", main: "windows.pan" },
  { name: "xen-lab", title: "PV and PVH guests of the lab", main: "pvh.pan" },
  { name: "paper", title: "The paper's figures, in Pan of 2009", main: "dvm_cpu2000.pan" },
  { name: "rules/figure-2", title: "Rules: the paper's figure 2", main: "vm.pan" },
  { name: "rules/hidden", title: "Rules: hidden dependencies", main: "vm.pan" },
  { name: "rules/compatibility", title: "Rules: compatibility", main: "vm.pan" },
  { name: "rules/64-bit-os", title: "Rules: a 64-bit system on 32 bits", main: "vm.pan" },
  { name: "rules/rectify", title: "Rules: options in conflict", main: "vm.pan" },
  { name: "rules/every-user", title: "Rules: limits for every user", main: "alice.pan" },
  { name: "rules/sizing", title: "Rules: how large it must be", main: "small.pan" },
  { name: "rules/compiler", title: "Rules: which compiler", main: "vm.pan" },
  { name: "rules/policies", title: "Rules: policies", main: "vm.pan" },
];

/** Absolute path in the playground → text. */
export async function readLibrary(): Promise<Readonly<Record<string, string>>> {
  const all = [...(await templatesBelow("templates")), ...(await templatesBelow("rules"))];
  return Object.fromEntries(all.map(({ path, text }) => [`/${path}`, text]));
}

export async function readExamples(): Promise<readonly Example[]> {
  return Promise.all(
    offered.map(async ({ name, title, main }) => {
      const folder = `examples/${name}`;
      const found = await templatesBelow(folder);
      const files = found.map(({ path, text }) => ({ name: relative(folder, path), text }));
      if (!files.some((file) => file.name === main)) {
        throw new Error(`${folder} has no ${main}: scripts/playground/content.ts names it.`);
      }
      return { name, title, files, main, repositories: await repositoriesOf(folder) };
    }),
  );
}

/** The last line has the most; each is one result of the example. */
async function repositoriesOf(folder: string): Promise<readonly string[]> {
  const text = await readFile(join(root, folder, "repositories.txt"), "utf8").catch(() => "");
  const last = text.trim().split("\n").at(-1) ?? "";
  return last.split(" ").filter((name) => name !== "");
}

async function templatesBelow(folder: string) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".pan"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(join(root, path), "utf8") })),
  );
}
