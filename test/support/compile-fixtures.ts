/**
 * Fixtures of templates: a file of one object template, or an archive of several files.
 *
 * The comment before the first file of an archive may have lines with settings: `max-iteration: 20`,
 * `max-recursion: 5`, `dialect: vmcs`, `debug: on`; and `show: counters`, `show: origins` or
 * `show: dependencies`, which add a table to the golden.
 */
import type { CompileOptions } from "../../src/pan/compiler/options.ts";
import { type CompileOutcome, compileFiles } from "./compile.ts";
import { type Fixture, goldenSuite } from "./fixtures.ts";
import {
  renderCounters,
  renderDependencies,
  renderOrigins,
  renderOutcome,
} from "./render-outcome.ts";
import { parseArchive } from "./txtar.ts";

/** Declares the tests of a folder of templates and archives, each with its `.out` beside it. */
export function compileSuite(folder: string): void {
  goldenSuite({ folder, input: ".pan", golden: ".out", render: renderTemplate });
  goldenSuite({ folder, input: ".txtar", golden: ".out", render: renderArchive });
}

interface FixtureSettings {
  readonly options: Partial<CompileOptions>;
  readonly show: keyof typeof tables | undefined;
}

function readSettings(comment: string): FixtureSettings {
  const settings = new Map(
    [...comment.matchAll(/^([a-z-]+): (\S+)$/gm)].map(([, name = "", value = ""]) => [name, value]),
  );
  const maxIteration = settings.get("max-iteration");
  const maxRecursion = settings.get("max-recursion");
  const show = settings.get("show");
  return {
    options: {
      ...(maxIteration === undefined ? {} : { maxIteration: Number(maxIteration) }),
      ...(maxRecursion === undefined ? {} : { maxRecursion: Number(maxRecursion) }),
      ...(settings.get("dialect") === "vmcs" ? { dialect: "vmcs" } : {}),
      ...(settings.get("debug") === "on" ? { debugs: () => true } : {}),
    },
    show: show === undefined ? undefined : (show as keyof typeof tables),
  };
}

const tables = {
  counters: renderCounters,
  origins: renderOrigins,
  dependencies: renderDependencies,
} as const satisfies Record<string, (outcome: CompileOutcome) => string>;

/** The file of a template is named after it, so that any compiler can read it. */
function renderTemplate({ name, text }: Fixture): string {
  const file = name.slice(name.lastIndexOf("/") + 1);
  return renderOutcome(compileFiles(new Map([[file, text]])));
}

function renderArchive({ text }: Fixture): string {
  const { comment, files } = parseArchive(text);
  const { options, show } = readSettings(comment);
  const outcome = compileFiles(files, options);
  return renderOutcome(outcome) + (show === undefined ? "" : tables[show](outcome));
}
