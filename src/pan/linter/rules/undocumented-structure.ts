import { fileRule } from "../rule.ts";

export const undocumentedStructure = fileRule({
  id: "VP015",
  name: "undocumented-structure",
  summary: "Structure templates say what they describe.",
  reads: "syntax",
  off: true,
  bad: ["structure template example;\n'size' = 1;", "#\n\nstructure template example;"],
  good: [
    "@documentation{ A small disk. }\nstructure template example;\n'size' = 1;",
    "# A small disk.\nstructure template example;\n'size' = 1;",
    "structure template example;\n\n# A small disk.\n'size' = 1;",
    "template example;\n'/a' = 1;",
  ],
  check({ text, template, lexed }, report) {
    if (template.templateKind !== "structure") return;
    const end = template.statements[0]?.start ?? text.length;
    const said = [...lexed.annotations, ...lexed.comments].some(
      (place) => place.start < end && /[A-Za-z]{2}/.test(text.slice(place.start, place.end)),
    );
    if (!said) report(template.name, { name: template.name.text });
  },
});
