/** `vmcs test --watch`: runs tests again whenever something changes that they have read or looked for. */

import { type DirectoryWatch, watchDirectories } from "../host/node/watch-directories.ts";
import { directoryOf } from "../host/path.ts";
import type { Project } from "../pipeline/project/find-project.ts";
import { type SteadyHost, steadyHost } from "../testing/steady-host.ts";
import type { Environment } from "./command.ts";
import { finish } from "./finish.ts";
import type { RawTestOptions } from "./test-options.ts";
import { testOnce } from "./test-run.ts";
import { directoriesBelow, type Interrupt, onInterrupt } from "./watching.ts";

export async function watchTests(
  words: readonly string[],
  project: Project | undefined,
  raw: RawTestOptions,
  environment: Environment,
): Promise<void> {
  const interrupt = onInterrupt();
  const { host } = environment;
  const roots = [
    project?.directory ?? host.currentDirectory,
    ...words.map((word) => directoryOf(host.resolve(word))),
    ...raw.includePath.flatMap((directories) => directories.split(":")),
  ];
  const watch = (): DirectoryWatch => {
    const made = watchDirectories(directoriesBelow(host, roots, ""));
    interrupt.take(() => made.end());
    return made;
  };
  while (!interrupt.isAsked()) {
    // Before anything is read: what changes during the run is seen after it.
    const first = watch();
    const steady = steadyHost(host);
    await finish(environment, () => testOnce(words, project, raw, environment, steady));
    await outdated(steady, first, watch, interrupt);
    environment.terminal.stdout("\n");
  }
}

/** Reports that a run has written change directories as well, and are no reason to run again. */
async function outdated(
  host: SteadyHost,
  first: DirectoryWatch,
  watch: () => DirectoryWatch,
  interrupt: Interrupt,
): Promise<void> {
  let current = first;
  do {
    if (!interrupt.isAsked()) await current.changed();
    current.end();
    current = watch();
  } while (!interrupt.isAsked() && !host.isOutdated());
  current.end();
}
