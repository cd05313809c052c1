import type { PathText } from "../../syntax/ast.ts";
import { fileRule } from "../rule.ts";
import { textOf } from "../source-file.ts";

export const pathSlash = fileRule({
  id: "PP001",
  name: "path-slash",
  summary: "Paths do not end with a slash.",
  reads: "syntax",
  bad: ["template example;\n'/a/b/' = 1;", "template example;\nprefix \"/a//\";\n'b' = 1;"],
  good: ["template example;\nprefix '/a';\n'b' = '/c/';\n'/' = dict();\nbind '/' = dict();"],
  check(file, report) {
    const statements = [
      ...file.nodes("AssignStatement"),
      ...file.nodes("PrefixStatement"),
      ...file.nodes("BindStatement"),
      ...file.nodes("ValidStatement"),
    ];
    for (const { path } of statements) {
      const place = slashes(textOf(file, path), path);
      if (place === undefined) continue;
      const fix = { title: "Remove it", edits: [{ ...place, text: "" }] };
      report(place, {}, { fix });
    }
  },
});

/** The slashes before the closing quote, unless they are the whole path. */
function slashes(written: string, { start }: PathText) {
  const match = /^.[\s\S]+?(\/+)["']$/.exec(written);
  if (match === null) return undefined;
  const end = start + written.length - 1;
  return { start: end - (match[1] ?? "").length, end };
}
