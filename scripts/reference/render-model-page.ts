/** docs/model.md: every path of the VM model, from the types in templates/vmcs and their annotations. */

import type { Library, PathDoc } from "../../src/doc/library/library.ts";
import { cell, code, table } from "./markdown.ts";

/** The roots of a description, and what each holds. */
const roots: readonly (readonly [root: string, holds: string])[] = [
  ["hardware", "Processors, memory and devices."],
  ["network", "Interfaces, name servers, routes, virtual networks."],
  [
    "system",
    "Name, kind of guest, boot, life, scheduling, clock, security; `/system/xen` is what only Xen knows.",
  ],
  ["storage", "Disks, drives, shares, images, filesystems."],
  ["software", "What is installed and set up in the guest."],
];

export function renderModelPage(library: Library): string {
  const known = new Set(roots.map(([root]) => root));
  const others = library.paths.filter(({ path }) => path !== "/" && !known.has(rootOf(path)));
  if (others.length > 0) throw new Error(`A root is missing here: ${others[0]?.path}`);
  return `# The model

<!-- Written by scripts/generate-reference.ts from templates/vmcs: \`npm run docs\`. -->

What a description that includes \`vmcs/vm\` can say: every path with its type, from the types and annotations in
[templates/vmcs](../templates/README.md). \`*\` is each key of a dict, or each index of a list. A **bold** path is required where
what is above it exists. The last column is the key of xl.cfg that the value becomes; [the list of keys](xl-coverage.md)
tells the other way round. \`vmcs doc templates\` makes a site that also knows the building blocks, checks and functions.

${roots.map(([root]) => `- [/${root}](#${root}): ${library.paths.filter(({ path }) => rootOf(path) === root).length} paths\n`).join("")}
${roots.map(([root, holds]) => rootSection(root, holds, library)).join("\n")}`;
}

function rootSection(root: string, holds: string, { paths }: Library): string {
  const rows = paths.filter(({ path }) => rootOf(path) === root).map(pathRow);
  return `## ${root}

${holds}

${table(["path", "type", "default", "what it is", "xl.cfg"], rows)}`;
}

function pathRow({ path, declarations, becomes }: PathDoc): readonly string[] {
  const [first] = declarations;
  const { type, meaning, required, documentation } = first ?? {};
  const name = code(path);
  const typeText = type?.map(({ text }) => text).join("") ?? "";
  const [nearest] = meaning ?? [];
  const meant = nearest?.type.map(({ text }) => text).join("") ?? "";
  const isRecord = meant.startsWith("{");
  const tellsNothing = meant === "" || meant === "string" || meant.length > 60;
  const stands = tellsNothing || isRecord ? "" : ` = ${code(meant)}`;
  const preset = first?.default?.map(({ text }) => text).join("") ?? "";
  const said = documentation?.text || nearest?.documentation.text || "";
  const keys = becomes.filter(({ file }) => file === "xl.cfg").map(({ name: key }) => code(key));
  return [
    required === true && preset === "" ? `**${name}**` : name,
    cell(`${code(typeText)}${stands}`),
    cell(code(preset)),
    cell(said),
    [...new Set(keys)].join(", "),
  ];
}

function rootOf(path: string): string {
  return path.split("/")[1] ?? "";
}
