/** The baseline of `vmcs lint`: read before the report, or written instead of it. */

import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { directoryOf, displayPath, relativePath } from "../host/path.ts";
import {
  type BaselineSource,
  baselineOf,
  readBaseline,
  withoutKnown,
  writeBaseline,
} from "../pan/linter/baseline.ts";
import { countOf } from "../show/diff-words.ts";
import { noSpan } from "../text/span.ts";
import type { Environment } from "./command.ts";
import { UsageError } from "./usage-error.ts";
import { writeNamed } from "./write-files.ts";

type Text = BaselineSource["text"];

/** The diagnostics that are not known already. */
export function unknownOnly(
  diagnostics: readonly Diagnostic[],
  path: string,
  text: Text,
  { host }: Environment,
): readonly Diagnostic[] {
  const file = host.resolve(path);
  const shown = displayPath(host.currentDirectory, file);
  const written = host.readText(file);
  if (written === undefined) {
    return refuse(shown, `it cannot be read: ${host.readProblem(file) ?? "it changed meanwhile"}`);
  }
  const baseline = readBaseline(written);
  if (typeof baseline === "string") return refuse(shown, baseline);
  return withoutKnown(diagnostics, baseline, sourceFor(file, text));
}

/** Writes the findings; what remains to be reported is what a baseline cannot hold, such as errors in the syntax. */
export function storeBaseline(
  diagnostics: readonly Diagnostic[],
  path: string,
  text: Text,
  { host, terminal }: Environment,
): readonly Diagnostic[] {
  const file = host.resolve(path);
  const content = writeBaseline(baselineOf(diagnostics, sourceFor(file, text)));
  writeNamed(path, content, { host });
  const findings = diagnostics.filter(({ category }) => category === "lint");
  const files = new Set(findings.map(({ span }) => span.file)).size;
  const shown = displayPath(host.currentDirectory, file);
  const known = `${countOf(findings.length, "finding", "findings")} in ${countOf(files, "file", "files")}`;
  terminal.stdout(`${shown}: ${known}, not reported from now on\n`);
  return diagnostics.filter(({ category }) => category !== "lint");
}

/** Files are named from the baseline's directory, so that a checkout may stand anywhere. */
function sourceFor(baseline: string, text: Text): BaselineSource {
  const directory = directoryOf(baseline);
  return { text, name: (file) => relativePath(directory, file) };
}

function refuse(path: string, problem: string): never {
  throw new UsageError(diagnostic("lint-baseline-invalid", noSpan, { path, problem }));
}
