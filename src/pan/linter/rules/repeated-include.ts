import type { TemplateKind } from "../../syntax/ast.ts";
import type { FileSet, Use } from "../file-set.ts";
import { setRule } from "../rule.ts";

export const repeatedInclude = setRule({
  id: "VP008",
  name: "repeated-include",
  summary: "A template that is executed once is included once.",
  bad: [
    {
      "example.pan": "template example;\ninclude 'a';\ninclude 'a';",
      "a.pan": "unique template a;",
    },
  ],
  good: [
    { "example.pan": "template example;\ninclude 'a';\ninclude 'a';", "a.pan": "template a;" },
    {
      "example.pan": "template example;\ninclude if (X) 'a' else 'a';",
      "a.pan": "unique template a;",
    },
    "template example;\ninclude 'unknown';\ninclude 'unknown';",
  ],
  check(set, report) {
    for (const { uses } of set.files) {
      const seen = new Map<string, Use>();
      for (const use of uses) {
        if (use.by !== "include" || !use.alone) continue;
        const first = seen.get(use.name);
        const kind = first === undefined ? undefined : executedOnce(set, use.name);
        seen.set(use.name, first ?? use);
        if (first === undefined || kind === undefined) continue;
        const related = [{ span: first.span, message: "It is included here." }];
        report(use.span, { name: use.name, kind }, { related });
      }
    }
  },
});

/** The kind of a template if all files with its name agree that it is executed once. */
function executedOnce({ byName }: FileSet, name: string): TemplateKind | undefined {
  const [kind, ...more] = new Set((byName.get(name) ?? []).map((file) => file.kind));
  return more.length === 0 && (kind === "unique" || kind === "declaration") ? kind : undefined;
}
