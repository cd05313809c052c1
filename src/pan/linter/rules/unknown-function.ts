import { closestName } from "../../../text/did-you-mean.ts";
import { setRule } from "../rule.ts";
import { isBuiltin } from "../support/pure.ts";

export const unknownFunction = setRule({
  id: "VP022",
  name: "unknown-function",
  summary: "Functions that are called are built in, or defined by some template.",
  complete: true,
  bad: ["object template example;\n'/a' = f();", "object template example;\n'/a' = to_strin(1);"],
  good: ["object template example;\nfunction f = to_string(ARGV[0]);\n'/a' = f(1);"],
  check({ files }, report) {
    const defined = new Set(files.flatMap(({ functions }) => functions.map(({ name }) => name)));
    for (const { calls } of files) {
      for (const { name, span } of calls) {
        if (defined.has(name) || isBuiltin(name)) continue;
        const guess = closestName(name, [...defined]);
        report(span, { name }, guess === undefined ? {} : { help: `Did you mean \`${guess}\`?` });
      }
    }
  },
});
