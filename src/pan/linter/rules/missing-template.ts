import { setRule } from "../rule.ts";

export const missingTemplate = setRule({
  id: "VP006",
  name: "missing-template",
  summary: "Templates that are included or created exist.",
  complete: true,
  bad: [
    "object template example;\ninclude 'a';",
    "object template example;\n'/a' = create('b');",
    "object template example;\ninclude if (X) 'a' else null;",
  ],
  good: [
    "object template example;\ninclude if_exists('a');\ninclude 'b/' + NAME;",
    { "example.pan": "object template example;\ninclude 'a';", "os/a.pan": "template a;" },
  ],
  check({ files, byName, find }, report) {
    for (const { uses } of files) {
      for (const { name, span } of uses) {
        if (!byName.has(name) && find(name) === undefined) report(span, { name });
      }
    }
  },
});
