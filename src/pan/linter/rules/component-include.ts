import { nodesIn } from "../../syntax/nodes.ts";
import { fileRule } from "../rule.ts";
import type { SourceFile } from "../source-file.ts";
import { stringTokens } from "../support/strings.ts";

export const componentInclude = fileRule({
  id: "CU001",
  name: "component-include",
  summary: "A template that configures a component includes the component's configuration.",
  reads: "syntax",
  bad: ["template example;\n'/software/components/cron/active' = true;"],
  good: [
    "template example;\ninclude 'components/cron/config';\n'/software/components/cron/active' = true;",
    "template example;\n# '/software/components/cron/active'",
    {
      "ncm-cron/src/test/resources/example.pan":
        "template example;\n'/software/components/cron/active' = true;",
    },
  ],
  check(file, report, { ignoredComponents }) {
    const known = new Set([...ignoredComponents, ...includedComponents(file), ...own(file)]);
    for (const { image, startOffset } of stringTokens(file)) {
      for (const match of image.matchAll(/\/software\/components\/(\w+)\//g)) {
        const [whole, component = ""] = match;
        if (known.has(component)) continue;
        const end = startOffset + match.index + whole.length - 1;
        report({ start: end - component.length, end }, { component });
      }
    }
  },
});

function includedComponents({ nodes }: SourceFile): readonly string[] {
  return nodes("IncludeStatement").flatMap((include) =>
    nodesIn(include).flatMap((node) => {
      const text = node.kind === "StringLiteral" ? node.value : "";
      const component = /components\/(\w+)\/config/.exec(text)?.[1];
      return component === undefined ? [] : [component];
    }),
  );
}

/** The component whose source the file is, if it is one's. */
function own({ path }: SourceFile): readonly string[] {
  const source = /^\/?(?:\S+\/)?(?:core\/components\/|ncm-)(\w+)\/\S+$/.exec(path);
  const test = /ncm-(\w+)\/src\/test\/resources\//.exec(path);
  return [source?.[1], test?.[1]].filter((name) => name !== undefined);
}
