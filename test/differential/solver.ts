/**
 * The resolver against brute force, on as many small random problems as wanted.
 *
 *   node scripts/run.mjs test/differential/solver.ts [--count N] [--seed N] [--from N]
 */
import { parseArgs } from "node:util";
import { judgeRandom } from "../unit/rules/solver/judge.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "20000" },
    seed: { type: "string", default: "20" },
    from: { type: "string", default: "0" },
  },
});
const [count, seed, from] = [Number(values.count), Number(values.seed), Number(values.from)];
if (![count, seed, from].every((number) => Number.isInteger(number) && number >= 0)) {
  console.error("--count, --seed and --from are whole numbers from 0.");
  process.exit(2);
}

const kinds = { solution: 0, unsatisfiable: 0 };
let wrong = 0;
for (let index = from; index < from + count; index++) {
  const { kind, errors } = judgeRandom(seed, index);
  kinds[kind]++;
  if (errors.length > 0) wrong++;
  for (const error of errors) console.log(`seed ${seed}, problem ${index}: ${error}`);
}
console.log(
  `${count} problems, seed ${seed}: ${kinds.solution} with a result, ` +
    `${kinds.unsatisfiable} without, ${wrong} answered wrongly`,
);
process.exitCode = wrong === 0 ? 0 : 1;
