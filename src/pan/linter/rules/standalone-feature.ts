import { fileRule } from "../rule.ts";
import { resultsOf } from "../support/results.ts";

export const standaloneFeature = fileRule({
  id: "VP020",
  name: "standalone-feature",
  summary: "A template of a feature includes none of another feature.",
  reads: "syntax",
  off: true,
  bad: [
    {
      "features/mail/config.pan": "template features/mail/config;\ninclude 'features/web/config';",
    },
  ],
  good: [
    {
      "site/features/mail/config.pan":
        "template features/mail/config;\ninclude 'features/mail/users/config';\ninclude 'site/defaults';",
      "other.pan": "template other;\ninclude 'features/web/config';",
    },
  ],
  check({ path, nodes }, report) {
    const parts = path.split("/");
    const from = parts.indexOf("features");
    if (from < 0) return;
    const directory = parts.slice(from, -1).join("/");
    for (const { template } of nodes("IncludeStatement")) {
      for (const result of resultsOf(template)) {
        if (result.kind !== "StringLiteral") continue;
        const feature = /features\/\S+\w/.exec(result.value)?.[0];
        if (feature === undefined || feature.startsWith(directory)) continue;
        report(result, { name: feature });
      }
    }
  },
});
