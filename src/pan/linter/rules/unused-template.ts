import { spanIn } from "../../../text/span.ts";
import { setRule } from "../rule.ts";

export const unusedTemplate = setRule({
  id: "VP005",
  name: "unused-template",
  summary: "Every template is an object template, or another one includes or creates it.",
  complete: true,
  bad: ["template example;"],
  good: [
    {
      "example.pan":
        "object template example;\ninclude 'a';\ninclude 'base/' + NAME;\n'/c' = create(format('%s/disk', X));",
      "a.pan": "template a;",
      "base/c.pan": "unique template base/c;",
      "d/disk.pan": "structure template d/disk;",
    },
  ],
  check({ files }, report) {
    const named = new Set(files.flatMap(({ texts }) => [...texts]));
    const patterns = [...new Set(files.flatMap((file) => file.patterns))];
    const assembled = patterns.map((pattern) => new RegExp(`^${pattern}$`));
    for (const { path, name, kind, place } of files) {
      if (kind === "object" || name === "" || named.has(name)) continue;
      if (assembled.some((pattern) => pattern.test(name))) continue;
      report(spanIn(path, place), { name });
    }
  },
});
