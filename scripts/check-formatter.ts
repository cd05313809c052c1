/**
 * Checks the formatter over real templates: `node scripts/run.mjs scripts/check-formatter.ts PATH…`, files or
 * directories. Each layout must mean the same as its text, and a second run must change nothing. Files with syntax
 * errors are counted and left out.
 */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { formatEdits } from "../src/pan/formatter/format-range.ts";
import {
  defaultWidth,
  type FormatOptions,
  formatTemplate,
} from "../src/pan/formatter/format-template.ts";
import { meaningDiffers } from "../src/pan/formatter/same-meaning.ts";
import type { Dialect } from "../src/pan/syntax/dialect.ts";
import { applyEdits } from "../src/text/edit.ts";

const counts = { files: 0, refused: 0, changed: 0, longLines: 0, bytes: 0 };
const problems: string[] = [];
let milliseconds = 0;

for (const path of process.argv.slice(2)) {
  for (const file of templatesBelow(path)) {
    for (const dialect of ["pan", "vmcs"] as const) checkFile(file, dialect);
  }
}

for (const problem of problems) console.log(problem);
const perSecond = Math.round((2000 * counts.files) / milliseconds);
console.log(
  `${counts.files} files, ${counts.bytes} characters: ${counts.refused} with syntax errors, ${counts.changed} changed, ` +
    `${counts.longLines} lines too long; ${problems.length} problems; ${perSecond} files a second`,
);
process.exitCode = problems.length === 0 && counts.files > 0 ? 0 : 1;

function checkFile(file: string, dialect: Dialect): void {
  const text = readFileSync(file, "utf8");
  const options: FormatOptions = { file, dialect, width: defaultWidth };
  const began = performance.now();
  let formatted: string | undefined;
  try {
    formatted = formatTemplate(text, options).text;
  } catch (error) {
    problems.push(`${file} (${dialect}): ${String(error)}`);
  }
  milliseconds += performance.now() - began;
  if (dialect === "pan") {
    counts.files++;
    counts.bytes += text.length;
    if (formatted === undefined) counts.refused++;
    else if (formatted !== text) counts.changed++;
  }
  if (formatted === undefined) return;
  if (dialect === "pan") {
    counts.longLines += formatted.split("\n").filter((line) => line.length > defaultWidth).length;
  }
  const differs = meaningDiffers(text, formatted, dialect) ?? repeatDiffers(formatted, options);
  if (differs !== undefined) problems.push(`${file} (${dialect}): ${differs}`);
  const { edits } = formatEdits(text, options);
  if (applyEdits(text, edits) !== formatted)
    problems.push(`${file} (${dialect}): its edits differ`);
}

function repeatDiffers(formatted: string, options: FormatOptions): string | undefined {
  const again = formatTemplate(formatted, options).text;
  if (again === formatted) return undefined;
  const lines = formatted.split("\n");
  const index = (again ?? "").split("\n").findIndex((line, i) => line !== lines[i]);
  return `a second run changes line ${index + 1}: ${lines[index]}`;
}

function templatesBelow(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:pan|tpl)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
