/**
 * `vmcs explain` against a text search: of every value of the profiles given, the place that it is said to come from
 * must have a statement that writes it.
 *
 *   node scripts/run.mjs test/differential/explain-origins.ts --include-path DIRS [--dialect pan] FILES…
 */
import { parseArgs } from "node:util";
import { nodeHost } from "../../src/host/node/node-host.ts";
import type { CompileOptions } from "../../src/pan/compiler/options.ts";
import { leavesBelow } from "../../src/pan/history/expand-path.ts";
import { explainPath } from "../../src/pan/history/explain-path.ts";
import { compileHistories } from "../../src/pan/history/profile-history.ts";
import type { Dialect } from "../../src/pan/syntax/dialect.ts";
import { Dict } from "../../src/pan/tree/dict.ts";
import { confirmOrigin } from "../support/confirm-origin.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "include-path": { type: "string", default: "." },
    dialect: { type: "string", default: "pan" },
  },
});

const host = nodeHost();
const options: CompileOptions = {
  dialect: values.dialect as Dialect,
  includePath: values["include-path"].split(":").map((directory) => host.resolve(directory)),
  maxIteration: 10_000,
  maxRecursion: 50,
  deprecationWarnings: "off",
  initialData: new Dict(),
  debugs: () => false,
  build: true,
};
const counts = new Map<string, { confirmed: number; refused: number }>();
const problems = new Map<string, string[]>();
const text = (file: string): string | undefined => host.readText(file);
const texts = new Map<string, string | undefined>();
const textOf = (file: string): string | undefined => {
  if (!texts.has(file)) texts.set(file, text(file));
  return texts.get(file);
};
const { diagnostics } = compileHistories({
  host,
  files: positionals.map((file) => host.resolve(file)),
  options,
  print: () => undefined,
  onProfile(history) {
    const { name, root } = history.profile;
    for (const terms of leavesBelow(root, [], Number.POSITIVE_INFINITY)) {
      const explanation = explainPath(history, terms);
      const { kind, problem } = confirmOrigin(explanation, textOf);
      const count = counts.get(kind) ?? { confirmed: 0, refused: 0 };
      counts.set(kind, count);
      if (problem === undefined) count.confirmed++;
      else {
        count.refused++;
        const examples = problems.get(`${kind}: ${problem}`) ?? [];
        examples.push(`${name}:${explanation.path}`);
        problems.set(`${kind}: ${problem}`, examples);
      }
    }
  },
});
for (const { severity, message } of diagnostics) if (severity === "error") console.log(message);
let [confirmed, all] = [0, 0];
for (const [kind, count] of counts) {
  console.log(`${kind}: ${count.confirmed} confirmed, ${count.refused} not`);
  confirmed += count.confirmed;
  all += count.confirmed + count.refused;
}
for (const [problem, examples] of problems)
  console.log(`${problem} (${examples.length}): ${examples.slice(0, 3).join(" ")}`);
console.log(`${confirmed} of ${all} values are confirmed`);
process.exitCode = confirmed === all && all > 0 ? 0 : 1;
