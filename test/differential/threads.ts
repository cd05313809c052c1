/**
 * Sites built on one, two and eight threads, from inputs in any order: the same bytes, files and diagnostics.
 *
 *   node scripts/run.mjs test/differential/threads.ts [--sites N] [--seed N]
 *   node scripts/run.mjs test/differential/threads.ts --command 'node dist/cli/panc.js' --include-path DIR:DIR FILE…
 *
 * The first form makes sites up, and its threads take turns in an order that the seed decides. The second form runs a
 * compiler on real profiles, with real threads.
 */
import { parseArgs } from "node:util";
import { judgeCommand } from "./threads/judge-command.ts";
import { judgeSites } from "./threads/judge-sites.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sites: { type: "string", default: "200" },
    seed: { type: "string", default: "5" },
    command: { type: "string" },
    formats: { type: "string", default: "pan,json,text,dot,dep,xml" },
    "include-path": { type: "string", default: "." },
  },
});
const { command, formats } = values;
const seed = Number(values.seed);
const { compared, wrong } =
  command === undefined
    ? await judgeSites({ count: Number(values.sites), seed })
    : judgeCommand({
        command,
        formats,
        seed,
        includePath: values["include-path"].split(":"),
        files: positionals,
      });
for (const text of wrong) console.log(text);
console.log(`${compared} files compared, ${wrong.length} differences`);
process.exitCode = wrong.length === 0 ? 0 : 1;
