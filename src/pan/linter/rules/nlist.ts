import { fileRule } from "../rule.ts";

const newNames = new Map([
  ["nlist", "dict"],
  ["is_nlist", "is_dict"],
]);

export const nlist = fileRule({
  id: "LP004",
  name: "nlist",
  summary: "Dicts are called dicts, not nlists.",
  reads: "layout",
  bad: ["template example;\n'/a' = nlist('b', 1);", "template example;\n'/a' = is_nlist (X);"],
  good: ["template example;\n'/a' = dict('nlist(', is_dict(nlist)); # nlist()"],
  check({ tokens }, report) {
    for (const [i, { image, startOffset: start, end }] of tokens.entries()) {
      const name = newNames.get(image);
      if (name === undefined || tokens[i + 1]?.image !== "(") continue;
      const fix = { title: `Write \`${name}\``, edits: [{ start, end, text: name }] };
      report({ start, end }, { old: image, name }, { fix });
    }
  },
});
