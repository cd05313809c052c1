/** The file system of the playground: what comes with vmcs, the description, and nothing else. */

import type { Host } from "../../src/host/host.ts";
import { memoryHost } from "../../src/host/memory/memory-host.ts";
import { library } from "../library.ts";
import type { Description, Settings } from "../messages.ts";
import { absolute, home, repositoryDirectory, templates } from "../paths.ts";

export function playgroundHost({ files }: Pick<Description, "files">): Host {
  const own = Object.fromEntries(files.map(({ name, text }) => [absolute(name), text]));
  const host = memoryHost({
    files: { ...library(), ...own },
    directories: [home],
    currentDirectory: home,
  });
  return { ...host, now: () => performance.now() };
}

/** What the language server is to know of how the description is built. */
export function projectText({ repositories, xenRelease }: Settings): string {
  const rules = repositories.map(repositoryDirectory);
  return JSON.stringify({
    includePath: [home, ...rules, templates],
    rules,
    backends: ["xen"],
    xenRelease,
  });
}
