import { spanIn } from "../../../text/span.ts";
import { setRule } from "../rule.ts";

export const shadowedTemplate = setRule({
  id: "VP009",
  name: "shadowed-template",
  summary: "No file of the include path hides another one with the same template.",
  // Examples are linted with the include path `first:second`.
  bad: [{ "first/a.pan": "template a;", "second/a.pan": "template a;" }],
  good: [
    {
      "first/a.pan": "template a;",
      "second/b.pan": "template b;",
      "second/os/a.pan": "template a;",
    },
  ],
  check({ files, find, isOnPath }, report) {
    for (const { path, name, place } of files) {
      const first = find(name);
      if (first === undefined || first === path || !isOnPath(path, name)) continue;
      const related = [
        { span: spanIn(first, { start: 0, end: 0 }), message: "This file is used." },
      ];
      report(spanIn(path, place), { name }, { related });
    }
  },
});
