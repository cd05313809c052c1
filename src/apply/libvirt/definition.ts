/** Definitions of domains, as the libvirt backend writes them and as libvirt gives them back. */

import type { Change } from "../changes.ts";

/** The UUID of a domain; undefined if the text is no definition of one. */
export function uuidOf(definition: string): string | undefined {
  return /<uuid>([0-9a-f-]{36})<\/uuid>/.exec(definition)?.[1];
}

/** The digest of the source, which is in the metadata of the domains that vmcs makes. */
export function digestOf(definition: string): string | undefined {
  return /<[\w-]+:origin [^>]*xmlns:[\w-]+=["']urn:vmcs:libvirt:1["'][^>]*>/
    .exec(definition)?.[0]
    .match(/ digest=["']([^"']*)["']/)?.[1];
}

/** What differs between two definitions of the same writer: lines, as each element has its own. */
export function compareDefinitions(before: string, after: string): readonly Change[] {
  const [old, wanted] = [linesOf(before), linesOf(after)];
  return [
    ...without(old, wanted).map((line) => ({ key: "removed", before: line, after: undefined })),
    ...without(wanted, old).map((line) => ({ key: "added", before: undefined, after: line })),
  ];
}

/** Elements without their indentation; comments and the metadata only tell where they come from. */
function linesOf(definition: string): readonly string[] {
  return definition
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<metadata>[\s\S]*?<\/metadata>/, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** The lines that the others lack; a line that is there twice counts twice. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const line of others) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}
