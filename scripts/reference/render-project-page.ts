/** docs/project-file.md: the keys of vmcs.json, from the schema that the commands check it by. */

import { cell, code, plain, table } from "./markdown.ts";

interface Property {
  readonly type?: string;
  readonly description: string;
  readonly enum?: readonly string[];
  readonly items?: { readonly type?: string; readonly enum?: readonly string[] };
  readonly additionalProperties?: { readonly enum?: readonly string[] };
}

interface ProjectSchema {
  readonly properties: Readonly<Record<string, Property>>;
}

export function renderProjectPage({ properties }: ProjectSchema): string {
  const rows = Object.entries(properties).map(([name, property]) => [
    code(name),
    cell(formOf(property)),
    cell(plain(property.description)),
  ]);
  return `# The project file

<!-- Written by scripts/generate-reference.ts from src/pipeline/project/project-schema.ts: \`npm run docs\`. -->

\`vmcs.json\` at the top of a project says once what belongs to it. The commands, and editors, look for it in the current directory and
above it. What the command line says comes first. Paths are taken from the directory of the file. A key that is not listed, or a
value of another form, is refused with its place.

${table(["key", "form", "says"], rows)}
[\`schemas/vmcs.schema.json\`](../schemas/vmcs.schema.json) says the same to editors. \`vmcs init\` writes such a file.
`;
}

function formOf({ type, enum: words, items, additionalProperties }: Property): string {
  const quoted = (list: readonly string[]): string =>
    list.map((word) => code(`"${word}"`)).join(", ");
  if (words !== undefined) return `one of ${quoted(words)}`;
  if (items?.enum !== undefined) return `list of ${quoted(items.enum)}`;
  if (type === "array") return `list of ${items?.type ?? "value"}s`;
  const values = additionalProperties?.enum;
  return values === undefined ? (type ?? "any") : `object whose values are ${quoted(values)}`;
}
